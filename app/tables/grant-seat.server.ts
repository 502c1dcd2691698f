// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import { onlyObserves } from "~/registry";
import { findOrganisation } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { seats } from "~db/tables/schema";
import { findTable } from "./find-table.server";
import { type SeatKind, seatKinds, seatRoles } from "./levels";
import { manageSeats } from "./policy";
import { standingAt } from "./standing.server";

const SeatInput = z
  .object({
    tableId: z.string().min(1),
    organisationId: z.string().min(1),
    role: z.enum(seatRoles),
    kind: z.enum(seatKinds).default("representation"),
    /** What the seat rests on: an act, an admission, a designation. */
    basis: z.string().trim().min(3).max(500),
    /** Now, unless said otherwise; an act may have given the seat earlier. */
    validFrom: z.date().optional(),
    validTo: z.date().nullish(),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom < validTo, { path: ["validTo"], message: "tables.seat.endsBeforeStart" });

export type SeatFields = z.input<typeof SeatInput>;

/** Gives a body a seat at a table. Throws `conflict` when the body has a seat with that role in the same days. */
export async function grantSeat(ctx: Ctx, input: SeatFields): Promise<{ seatId: string }> {
  const { validFrom = ctx.now, validTo = null, ...fields } = parse(SeatInput, input);
  return ctx.db.tx(async (db) => {
    const table = await findTable(ctx, fields.tableId);
    enforce(manageSeats(ctx.actor, table, await standingAt(db, ctx.actor, table.id, ctx.now)));
    return { seatId: await seatBody(db, ctx, { ...fields, tableId: table.id, validFrom, validTo }) };
  });
}

/** Writes the seat and its act. For use inside a transaction whose caller has checked who may. */
export async function seatBody(
  db: Db,
  ctx: Ctx,
  seat: { tableId: string; organisationId: string; role: (typeof seatRoles)[number]; kind?: SeatKind; basis: string; validFrom: Date; validTo: Date | null; requestId?: string },
): Promise<string> {
  const { tableId, organisationId, role, kind = "representation", basis, validFrom, validTo, requestId } = seat;
  const body = await findOrganisation(ctx, organisationId);
  if (body.closedAt) throw problem("conflict", { because: "tables.seat.bodyClosed" });
  if (onlyObserves(body.kind) && role !== "observer") throw problem("conflict", { because: "tables.seat.onlyObserves" });
  if (kind === "key_witness" && role !== "observer") throw problem("invalid", { fields: { role: "tables.seat.witnessObserves" } });
  const overlapping = await db
    .select({ id: seats.id })
    .from(seats)
    .where(
      and(
        eq(seats.tableId, tableId),
        eq(seats.organisationId, body.id),
        eq(seats.role, role),
        or(isNull(seats.validTo), gt(seats.validTo, validFrom)),
        validTo ? lt(seats.validFrom, validTo) : undefined,
      ),
    );
  if (overlapping.length > 0) throw problem("conflict", { because: "tables.seat.already" });
  const seatId = newId();
  await db.insert(seats).values({ id: seatId, tableId, organisationId: body.id, role, kind, basis, validFrom, validTo });
  await record(db, ctx, {
    act: "seat.granted",
    subject: { kind: "table", id: tableId },
    data: { tableId, seatId, organisationId: body.id, role, kind, validFrom, validTo, requestId },
  });
  return seatId;
}
