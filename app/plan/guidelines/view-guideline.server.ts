// SPDX-License-Identifier: AGPL-3.0-or-later
import { can } from "~/identity";
import { isPublicBody } from "~/registry";
import { standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { formatDate, formatShortDate } from "~/web/time";
import type { Addressee, Guideline, Version } from "./find-guidelines.server";
import { isLate } from "./guideline";

type Reader = Pick<Ctx, "db" | "actor" | "now" | "locale">;

/** Who reads every answer and who is late: whoever sits at the policy table and the offices that manage tables. */
export async function readsAnswers(ctx: Reader, tableId: string): Promise<boolean> {
  const { actor } = ctx;
  if (!actor) return false;
  return actor.administrator || can(actor, "manage_tables") || (await standingAt(ctx.db.read, actor, tableId, ctx.now)) !== null;
}

/** A line of a list of indirizzi. */
export function viewLine(ctx: Pick<Ctx, "locale">, { number, table, versions, current, draft }: Guideline) {
  const shown = current ?? draft ?? versions[0];
  return {
    number,
    table: { slug: table.slug, name: table.name },
    title: shown?.title ?? "",
    version: shown?.version ?? 1,
    state: shown?.state ?? "draft",
    on: shown?.issuedAt ? formatShortDate(shown.issuedAt, ctx.locale) : null,
    drafting: draft !== null && current !== null,
    addressees: (shown?.addressees ?? []).map(nameOf),
  };
}
export type GuidelineLine = ReturnType<typeof viewLine>;

/** How an addressee is called: a name, or the message key of a family of bodies. */
export function nameOf({ table, body, actors }: Addressee) {
  return { label: table?.name ?? body?.name ?? null, family: actors, to: table ? paths.table(table.slug) : body ? paths.organisation(body.slug) : null };
}

/** One version as its page shows it. `inside`: the viewer reads every answer; the others those of public bodies and of tables on no delicate subject. */
export function viewVersion(ctx: Reader, version: Version, inside: boolean) {
  const day = (instant: Date) => formatDate(instant, ctx.locale);
  return {
    version: version.version,
    state: version.state,
    title: version.title,
    text: version.text,
    reason: version.reason,
    act: version.act,
    revision: version.revision,
    effectiveOn: day(version.effectiveOn),
    answerBy: version.answerBy ? day(new Date(version.answerBy.getTime() - 1)) : null,
    issued: version.issuedAt ? day(version.issuedAt) : null,
    addressees: version.addressees.map((addressee) => viewAddressee(ctx, version, addressee, inside)),
  };
}
export type VersionView = ReturnType<typeof viewVersion>;

function viewAddressee(ctx: Reader, version: Version, addressee: Addressee, inside: boolean) {
  const { id, table, actors, answers } = addressee;
  const told = answers.filter(({ kind, organisationId }) => inside || organisationId === ctx.actor?.organisationId || (table ? true : isPublicBody(kind)));
  const delicate = (table?.sensitive ?? false) && !inside;
  // a table speaks with one voice: its last word, whichever of its coordinators said it
  const shown = table ? [...told].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, 1) : told;
  return {
    id,
    ...nameOf(addressee),
    isTable: table !== null,
    answers: shown.map(({ body, bodySlug, answer, text, at }) => ({ body: table ? null : { name: body, slug: bodySlug }, answer, text: delicate ? null : text, on: formatShortDate(at, ctx.locale) })),
    /** Answers of bodies that the viewer does not read one by one. */
    others: answers.length - told.length,
    waits: version.state === "issued" && actors === null && answers.length === 0,
    late: inside && version.state === "issued" && isLate({ actors, answered: answers.length > 0 }, version.answerBy, ctx.now),
  };
}
export type AddresseeView = ReturnType<typeof viewAddressee>;
