// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { art5Letters } from "~/registry";
import { daysUntil, parseRomeDay, parseRomeLocal } from "~/web/time";
import { parseEuro } from "./euro";
import type { Kind, Lack } from "./machine";
import { parsePercent } from "./shares";

/** Calendar days a notice stays open unless the notice says why not. */
export const DEFAULT_MIN_DAYS = 20;
/** Rows offered for the public resources. */
export const RESOURCE_ROWS = 4;

const text = (max: number) => z.string().trim().max(max, { error: "web.field.tooLong" }).default("");
const romeInstant = z.union([
  z.literal("").transform(() => null),
  z.string().transform((value, check) => {
    const instant = parseRomeLocal(value);
    if (instant) return instant.toISOString();
    check.addIssue({ code: "custom", message: "procedures.notice.notAMoment" });
    return z.NEVER;
  }),
]).nullish().transform((value) => value ?? null);

/**
 * The words and figures of a notice as typed in its form. Everything may be empty in a draft: what is missing for
 * publication is said by `noticeLacks`. Instants come out as ISO text in UTC, money as integer cents, percentages as hundredths.
 */
export const NoticeForm = z.object({
  startActNumber: text(80),
  startActDate: text(10).refine((value) => value === "" || parseRomeDay(value) !== null, { error: "web.field.invalid" }),
  programmingAct: text(500),
  programmingActAbsence: text(2000),
  purpose: text(6000),
  object: text(6000),
  alreadyDecided: text(6000),
  openToDesign: text(6000),
  whoCanTakePart: text(6000),
  requirements: text(6000),
  onlyEts: z.literal("on").optional().transform((on) => on === "on"),
  letters: z.array(z.string().refine((letter) => art5Letters.includes(letter), { error: "web.field.invalid" })).default([]),
  resourceSource: z.array(z.string().trim().max(300)).default([]),
  resourceYear: z.array(z.string().trim()).default([]),
  resourceAmount: z.array(z.string().trim()).default([]),
  coFinancingPercent: text(8),
  coFinancingBase: z.enum(["PUBLIC_RESOURCES", "TOTAL_COST"]).default("PUBLIC_RESOURCES"),
  /** Whether one person may declare in two applications for this notice: never, or saying so. */
  samePerson: z.enum(["ALLOW_WITH_DECLARATION", "FORBID"]).default("ALLOW_WITH_DECLARATION"),
  cup: text(20),
  opensAt: romeInstant,
  closesAt: romeInstant,
  questionsUntil: romeInstant,
  shortTermReason: text(2000),
  officer: text(200),
  contactPec: text(200).refine((value) => value === "" || z.email().safeParse(value).success, { error: "web.field.email" }),
  justification: text(4000),
}).transform((form, check) => {
  const { resourceSource, resourceYear, resourceAmount, coFinancingPercent, ...rest } = form;
  const publicResources: PublicResource[] = [];
  resourceAmount.forEach((amount, row) => {
    const source = resourceSource[row] ?? "";
    const year = resourceYear[row] ?? "";
    if (`${amount}${source}${year}` === "") return;
    const cents = parseEuro(amount);
    if (cents === null) check.addIssue({ code: "custom", path: [`resourceAmount-${row}`], message: "procedures.notAnAmount" });
    if (!/^20\d\d$/.test(year)) check.addIssue({ code: "custom", path: [`resourceYear-${row}`], message: "procedures.notAYear" });
    if (source === "") check.addIssue({ code: "custom", path: [`resourceSource-${row}`], message: "web.field.required" });
    publicResources.push({ source, year: Number(year), cents: cents ?? 0 });
  });
  const minShare = coFinancingPercent === "" ? 0 : parsePercent(coFinancingPercent);
  if (minShare === null) check.addIssue({ code: "custom", path: ["coFinancingPercent"], message: "procedures.notAPercent" });
  return { ...rest, publicResources, coFinancingMinShare: minShare ?? 0 };
});

export type PublicResource = { source: string; year: number; cents: number };
export type NoticeContent = z.output<typeof NoticeForm>;

/** A notice with nothing in it yet. */
export const emptyNotice = (): NoticeContent => NoticeForm.parse({ onlyEts: "on" });

/** Cents that the administration puts in, all sources and years. */
export const publicTotal = (notice: NoticeContent) => notice.publicResources.reduce((sum, { cents }) => sum + cents, 0);

/** Calendar days between opening (never earlier than publication) and closing; the first day is not counted. */
export function daysOpen(notice: NoticeContent, publishedAt: Date): number | null {
  if (!notice.opensAt || !notice.closesAt) return null;
  const opens = new Date(Math.max(Date.parse(notice.opensAt), publishedAt.getTime()));
  return daysUntil(new Date(notice.closesAt), opens);
}

const needed = ["startActNumber", "startActDate", "purpose", "object", "alreadyDecided", "openToDesign", "whoCanTakePart", "requirements", "opensAt", "closesAt", "questionsUntil", "officer", "contactPec"] as const;

/** What the notice still lacks for publication, each with the field where it is put right. `objectives` counts those chosen. */
export function noticeLacks(kind: Kind, notice: NoticeContent, facts: { now: Date; publishedAt: Date; objectives: number; objectivesExist: boolean }): Lack[] {
  const lacks: Lack[] = [];
  const add = (because: string, field: string, values?: Lack["values"]) => lacks.push({ because, at: "notice", field, ...(values ? { values } : {}) });
  if (facts.objectivesExist && facts.objectives === 0) add("procedures.lack.objectives", "objectives");
  for (const field of needed) if (!notice[field]) add(`procedures.lack.${field}`, field);
  if (notice.letters.length === 0) add("procedures.lack.letters", "letters");
  if (!notice.programmingAct && !notice.programmingActAbsence) add("procedures.lack.programmingAct", "programmingActAbsence");
  if (kind === "co_design" && notice.publicResources.length === 0) add("procedures.lack.publicResources", "resourceSource-0");
  if (!notice.opensAt || !notice.closesAt) return lacks;
  const closes = new Date(notice.closesAt);
  if (closes <= new Date(notice.opensAt)) add("procedures.lack.closesBeforeOpens", "closesAt");
  else if (closes <= facts.now) add("procedures.lack.closesInThePast", "closesAt");
  else if ((daysOpen(notice, facts.publishedAt) ?? 0) < DEFAULT_MIN_DAYS && !notice.shortTermReason) {
    add("procedures.lack.tooShort", "shortTermReason", { days: daysOpen(notice, facts.publishedAt) ?? 0, min: DEFAULT_MIN_DAYS });
  }
  if (notice.questionsUntil && new Date(notice.questionsUntil) >= closes) add("procedures.lack.questionsAfterClose", "questionsUntil");
  return lacks;
}
