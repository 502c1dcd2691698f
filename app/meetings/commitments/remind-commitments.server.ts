// SPDX-License-Identifier: AGPL-3.0-or-later
import { managersOf, REMINDER_DAYS, remindOf } from "~/registry/index.server";
import { findTable, seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import type { Waiting } from "~/web/waiting";
import { commitmentsDue, openCommitmentsOf } from "./find-commitments.server";
import { isOverdue } from "./commitment";

const DAY_MS = 86_400_000;
/** How long before its last day a commitment stands on the desk of who took it. */
const ON_DESK_MS = 30 * DAY_MS;

/** Letters 60, 30, 15 and 7 days before a commitment ends, to who speaks at the table for the body that took it. */
export async function remindCommitments(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const horizon = new Date(ctx.now.getTime() + (REMINDER_DAYS[0] + 1) * DAY_MS);
  const near = await commitmentsDue(ctx, { after: ctx.now, before: horizon });
  return ctx.db.tx(async (db) => {
    const managers = await managersOf(db, ctx.now, [...new Set(near.map(({ organisationId }) => organisationId))]);
    const endings = [];
    for (const { id, what, organisationId, due, tableId, body } of near) {
      const table = await findTable(ctx, tableId);
      const seats = (await seatsAt(db, tableId, ctx.now)).filter((seat) => seat.organisationId === organisationId);
      const speakers = seats.flatMap((seat) => seat.speakers.map(({ personId }) => personId));
      endings.push({
        subjectId: id,
        validTo: due,
        // a body whose people are all gone is told through who manages it
        personIds: speakers.length > 0 ? speakers : (managers.get(organisationId) ?? []),
        // a letter may be read by others: the name of a sensitive table and what was promised there stay out of it
        letter: table.sensitive ? "meetings.commitments.letterSensitive" : "meetings.commitments.letter",
        values: { body: body.name, table: table.name, what },
        to: paths.commitment(table.slug, id),
      });
    }
    return remindOf(db, ctx, endings);
  });
}

/** On the desk: what one's own body promised and is near its day or past it. */
export async function commitmentsWaiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor, now } = ctx;
  if (!actor?.organisationId) return [];
  const near = await commitmentsDue(ctx, { organisationId: actor.organisationId, before: new Date(now.getTime() + ON_DESK_MS) });
  const found: Waiting[] = [];
  for (const commitment of near) {
    const { id, what, due, tableId } = commitment;
    const table = await findTable(ctx, tableId);
    found.push({
      id: `commitment-${id}`,
      says: isOverdue(commitment, now) ? "meetings.commitments.waiting.overdue" : "meetings.commitments.waiting.near",
      values: { what, table: table.name },
      to: paths.commitment(table.slug, id),
      due: new Date(due.getTime() - 1),
    });
  }
  return found;
}

/** For the next agenda of a table: what is still open, nearest term first, and whether it is late. */
export async function commitmentsForAgenda(ctx: Pick<Ctx, "db" | "now">, tableId: string): Promise<{ id: string; what: string; body: string; due: Date; overdue: boolean }[]> {
  return (await openCommitmentsOf(ctx, tableId)).map((commitment) => ({ id: commitment.id, what: commitment.what, body: commitment.body.name, due: commitment.due, overdue: isOverdue(commitment, ctx.now) }));
}
