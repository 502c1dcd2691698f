// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { formatTime } from "~/web/time";
import type { findDecision, Position, Reserve } from "./find-decisions.server";
import type { Counting, Outcome, Tally } from "./decision";

type Said = Pick<Awaited<ReturnType<typeof findDecision>>, "decision" | "item" | "positions" | "reserved" | "tally">;

/** A decision as pages show it. Each body's position is told by name: votes at a table are open. */
export function viewDecision(ctx: Pick<Ctx, "locale">, { decision, item, positions, reserved, tally }: Said) {
  const { id, text, method, documentId, openedAt, closedAt, outcome, reason, entitled, present, needed } = decision;
  const quorum = entitled === null || present === null || needed === null ? null : { entitled, present, needed };
  return {
    id, text, method, outcome: outcome as Outcome | null, reason, quorum,
    documentId,
    item: { position: item.position, title: item.title },
    opened: formatTime(openedAt, ctx.locale),
    closed: closedAt && formatTime(closedAt, ctx.locale),
    positions: positions.map(({ body, choice, conflict, publicBody }: Position) => ({ body, choice, conflict, publicBody })),
    reserved: reserved.map(({ body, kind, reason: why }: Reserve) => ({ body, kind, reason: why })),
    tally: tally as Tally,
    /** How the rules of the table counted the vote when it was closed. */
    counting: (decision.tally?.counting ?? null) as Counting | null,
  };
}

export type DecisionView = ReturnType<typeof viewDecision>;
