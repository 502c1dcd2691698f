// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { seats } from "~db/tables/schema";
import { findSeat } from "./find-seat.server";
import { manageSeats } from "./policy";
import { standingAt } from "./standing.server";

const EndInput = z.object({
  seatId: z.string().min(1),
  reason: z.string().trim().min(3, { message: "tables.reasonNeeded" }).max(1000),
  /** Exclusive end; now, unless said otherwise. Never in the past. */
  at: z.date().optional(),
});

/** Ends a seat with a reason: its mandates stop with it, what was done stays. Throws `conflict` when it had ended. */
export async function endSeat(ctx: Ctx, input: z.input<typeof EndInput>): Promise<{ tableSlug: string }> {
  const { seatId, reason, at = ctx.now } = parse(EndInput, input);
  if (at < ctx.now) throw problem("invalid", { fields: { at: "tables.notInThePast" } });
  return ctx.db.tx(async (db) => {
    const { seat, table } = await findSeat(db, seatId);
    enforce(manageSeats(ctx.actor, table, await standingAt(db, ctx.actor, table.id, ctx.now)));
    if (seat.validTo && seat.validTo <= at) throw problem("conflict", { because: "tables.seat.ended" });
    await db.update(seats).set({ validTo: at, endedReason: reason }).where(eq(seats.id, seatId));
    await record(db, ctx, {
      act: "seat.ended",
      subject: { kind: "table", id: table.id },
      data: { tableId: table.id, seatId, organisationId: seat.organisationId, role: seat.role, validTo: at },
    });
    return { tableSlug: table.slug };
  });
}
