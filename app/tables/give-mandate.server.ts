// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import { asDescription } from "~/registry";
import { takeAct, type TakenAct } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import type { Scan } from "~/web/files/take-file.server";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { inForce, parseRomeDay, toRomeDay } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { affiliations } from "~db/registry/schema";
import { mandates } from "~db/tables/schema";
import { findSeat } from "./find-seat.server";
import { keepMandateAct } from "./mandates/mandate-acts.server";
import { manageMandates } from "./policy";
import { standingAt } from "./standing.server";

const MandateInput = z
  .object({
    seatId: z.string().min(1),
    /** The affiliation by which the person belongs to the body of the seat. */
    affiliationId: z.string().min(1, { message: "tables.mandate.choosePerson" }),
    capacity: z.enum(["titular", "deputy"]),
    validFrom: z.date().optional(),
    validTo: z.date().nullish(),
    evidence: z.string().trim().max(500).nullish().transform((value) => value || null),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom < validTo, { path: ["validTo"], message: "tables.seat.endsBeforeStart" });

export type MandateFields = z.input<typeof MandateInput>;

/**
 * Lets a person speak from a seat, as titular or deputy. A seat has one titular at a time; a person has one mandate on it at
 * a time. A start before today needs evidence: the past gains no voice in silence. The act may come along, and then the evidence says which act
 * it is: `invalid` beside `file` when it is not taken (see `takeFile`).
 */
export async function giveMandate(ctx: Ctx, input: MandateFields, act: { file: File; scan: Scan } | null = null): Promise<{ mandateId: string; tableSlug: string }> {
  const { validTo = null, ...fields } = parse(MandateInput, input);
  if (act && !fields.evidence) throw problem("invalid", { fields: { evidence: "tables.mandate.evidenceForAct" } });
  const taken = act && (await takeForSeat(ctx, fields.seatId, { ...act, description: asDescription(fields.evidence ?? "") }));
  return ctx.db.tx(async (db) => {
    const { seat, table } = await findSeat(db, fields.seatId);
    enforce(manageMandates(ctx.actor, table, await standingAt(db, ctx.actor, table.id, ctx.now), seat));
    const validFrom = fields.validFrom ?? (seat.validFrom > ctx.now ? seat.validFrom : ctx.now);
    const today = parseRomeDay(toRomeDay(ctx.now)) ?? ctx.now;
    if (validFrom < today && !fields.evidence) throw problem("invalid", { fields: { evidence: "tables.mandate.evidenceForPast" } });
    if (!inForce(seat, validFrom)) throw problem("conflict", { because: "tables.mandate.seatNotInForce" });
    const mandateId = await mandatePerson(db, ctx, seat, { ...fields, validFrom, validTo });
    if (taken) await keepMandateAct(db, ctx, { mandateId, seatId: seat.id, tableId: table.id, organisationId: seat.organisationId }, taken);
    return { mandateId, tableSlug: table.slug };
  });
}

/** Nobody leaves a file here who may not give the mandate. */
async function takeForSeat(ctx: Ctx, seatId: string, act: { file: File; description: string; scan: Scan }): Promise<TakenAct> {
  const { seat, table } = await findSeat(ctx.db.read, seatId);
  enforce(manageMandates(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now), seat));
  return takeAct(ctx, act, act.scan);
}

type Seat = Awaited<ReturnType<typeof findSeat>>["seat"];
type Given = { affiliationId: string; capacity: "titular" | "deputy"; validFrom: Date; validTo: Date | null; evidence: string | null };

/** Writes the mandate and its act. For use inside a transaction whose caller has checked who may. */
export async function mandatePerson(db: Db, ctx: Ctx, seat: Pick<Seat, "id" | "tableId" | "organisationId">, given: Given): Promise<string> {
  const { affiliationId, capacity, validFrom, validTo, evidence } = given;
  const held = one(await db.select().from(affiliations).where(eq(affiliations.id, affiliationId)));
  if (!held || held.organisationId !== seat.organisationId) throw problem("invalid", { fields: { affiliationId: "tables.mandate.notOfTheBody" } });
  if (!inForce(held, validFrom)) throw problem("conflict", { because: "tables.mandate.affiliationEnded" });
  if (!held.powers.includes("speak")) throw problem("conflict", { because: "tables.mandate.mayNotSpeak" });
  const overlapping = await db
    .select({ capacity: mandates.capacity, personId: affiliations.personId })
    .from(mandates)
    .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
    .where(
      and(
        eq(mandates.seatId, seat.id),
        or(isNull(mandates.validTo), gt(mandates.validTo, validFrom)),
        validTo ? lt(mandates.validFrom, validTo) : undefined,
        // an affiliation that has ended ends what rests on it
        or(isNull(affiliations.validTo), gt(affiliations.validTo, validFrom)),
      ),
    );
  if (overlapping.some(({ personId }) => personId === held.personId)) throw problem("conflict", { because: "tables.mandate.already" });
  if (capacity === "titular" && overlapping.some((other) => other.capacity === "titular")) {
    throw problem("conflict", { because: "tables.mandate.oneTitular" });
  }
  const mandateId = newId();
  await db.insert(mandates).values({ id: mandateId, seatId: seat.id, affiliationId, capacity, validFrom, validTo, evidence });
  await record(db, ctx, {
    act: "mandate.given",
    subject: { kind: "table", id: seat.tableId },
    data: { tableId: seat.tableId, seatId: seat.id, mandateId, organisationId: seat.organisationId, affiliationId, personId: held.personId, capacity, validFrom, validTo },
  });
  return mandateId;
}
