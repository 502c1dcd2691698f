// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { formalStatuses, type StatusSource, tableLevels } from "./levels";

const text = (longest: number) => z.string().trim().max(longest).nullish().transform((value) => value || null);

const Source = z.object({
  status: z.enum(formalStatuses),
  source: z.string().trim().min(3).max(300),
  act: z.string().trim().max(200).optional(),
  date: z.iso.date().optional(),
});

/** How many sources of the formal status a form offers at least. */
export const SOURCE_ROWS = 3;

/** The rows `status-1`, `source-1`, `act-1`, `date-1` … of a form; rows left empty are left out. */
export function sourcesOfForm(form: FormData): StatusSource[] {
  const rows: StatusSource[] = [];
  for (let n = 1; form.has(`source-${n}`); n++) {
    const value = (name: string) => String(form.get(`${name}-${n}`) ?? "").trim();
    if (!value("status") && !value("source")) continue;
    const [act, date] = [value("act"), value("date")];
    rows.push({ status: value("status") as StatusSource["status"], source: value("source"), ...(act && { act }), ...(date && { date }) });
  }
  return rows;
}

/** What is recorded of a table. Areas are numbers like "5.2", or "*" for the whole plan; pillars numbers like "1.4". */
export const TableInput = z.object({
  name: z.string().trim().min(3).max(160),
  level: z.enum(tableLevels, { message: "tables.form.chooseLevel" }),
  object: z.string().trim().min(3).max(1000),
  participants: text(1000),
  criteria: text(1000),
  periodicity: text(500),
  method: text(1000),
  statusSources: z.array(Source, { message: "tables.form.sources" }).max(10).default([]),
  planAreas: z.array(z.union([z.literal("*"), z.string().regex(/^\d{1,2}\.\d{1,2}$/)])).default([]),
  pillars: z.array(z.string().regex(/^\d{1,2}\.\d{1,2}$/)).default([]),
  sensitive: z.union([z.boolean(), z.literal("on").transform(() => true)]).nullish().transform((value) => value ?? false),
  ownerOrganisationId: text(64),
});

export type TableFields = z.input<typeof TableInput>;

/** A table's form as the schema reads it: lists of numbers may be written in one line, "5.2, 5.7". */
export function fieldsOfForm(form: FormData): Record<string, unknown> {
  const list = (name: string) => String(form.get(name) ?? "").split(/[\s,;]+/).filter(Boolean);
  return {
    ...Object.fromEntries(form),
    planAreas: list("planAreas"),
    pillars: list("pillars"),
    statusSources: sourcesOfForm(form),
  };
}
