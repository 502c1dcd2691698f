// SPDX-License-Identifier: AGPL-3.0-or-later
import { standingAt } from "~/tables/index.server";
import type { AgendaHint } from "~/web/agenda-source";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import type { Waiting } from "~/web/waiting";
import { decisionOn } from "./answer-guideline.server";
import { type Addressee, allGuidelines, type Guideline, type Version } from "./find-guidelines.server";
import { isLate } from "./guideline";
import { issueGuideline } from "./policy";

type Open = { guideline: Guideline; version: Version; addressee: Addressee };

/** Tables and bodies named by an indirizzo in force that have said nothing yet. */
function unanswered(guidelines: Guideline[]): Open[] {
  return guidelines.flatMap((guideline) => {
    const { current, withdrawnAt } = guideline;
    if (!current || withdrawnAt) return [];
    return current.addressees.filter(({ actors, answers }) => actors === null && answers.length === 0).map((addressee) => ({ guideline, version: current, addressee }));
  });
}

/** On the desk: indirizzi to answer for the tables that the viewer coordinates or for their body, and drafts of theirs to issue. */
export async function guidelinesWaiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor, now } = ctx;
  if (!actor?.organisationId) return [];
  const all = await allGuidelines(ctx);
  const found: Waiting[] = [];
  for (const { guideline, version, addressee } of unanswered(all)) {
    if (!(await decisionOn(ctx, guideline, addressee)).ok) continue;
    const late = isLate({ actors: null, answered: false }, version.answerBy, now);
    found.push({
      id: `guideline-${addressee.id}`,
      says: late ? "guidelines.waiting.late" : "guidelines.waiting.answer",
      values: { number: guideline.number, title: version.title, name: addressee.table?.name ?? addressee.body?.name ?? "" },
      to: paths.guideline(guideline.table.slug, guideline.number),
      due: version.answerBy && new Date(version.answerBy.getTime() - 1),
    });
  }
  for (const { draft, number, table, id } of all) {
    if (!draft || !issueGuideline(actor, table, await standingAt(ctx.db.read, actor, table.id, now)).ok) continue;
    found.push({ id: `guideline-draft-${id}`, says: "guidelines.waiting.draft", values: { number, title: draft.title }, to: paths.guideline(table.slug, number, draft.version), due: null });
  }
  return found;
}

/**
 * Worth a point on the next agenda: for the table that issues them, drafts to adopt and indirizzi whose answers are overdue; for a table addressed,
 * those to which it has not answered.
 */
export async function guidelinesForAgenda(ctx: Ctx, table: { id: string }): Promise<AgendaHint[]> {
  const all = await allGuidelines(ctx);
  const hint = (guideline: Guideline, { title, version }: Version, says: string, values: AgendaHint["values"] = {}): AgendaHint => ({ kind: "guideline", id: `${guideline.id}-${version}`, title, says, values: { number: guideline.number, ...values }, to: paths.guideline(guideline.table.slug, guideline.number, version) });
  const open = unanswered(all);
  const own = all.filter((guideline) => guideline.table.id === table.id);
  const late = (guideline: Guideline) => open.filter((each) => each.guideline.id === guideline.id && isLate({ actors: null, answered: false }, each.version.answerBy, ctx.now)).length;
  return [
    ...own.flatMap((guideline) => (guideline.draft ? [hint(guideline, guideline.draft, "guidelines.agenda.draft")] : [])),
    ...own.flatMap((guideline) => (guideline.current && late(guideline) > 0 ? [hint(guideline, guideline.current, "guidelines.agenda.late", { count: late(guideline) })] : [])),
    ...open.flatMap(({ guideline, version, addressee }) => (addressee.tableId === table.id ? [hint(guideline, version, version.answerBy ? "guidelines.agenda.answerBy" : "guidelines.agenda.answer", { table: guideline.table.name, date: version.answerBy ? formatShortDate(new Date(version.answerBy.getTime() - 1), ctx.locale) : "" })] : [])),
  ];
}
