// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { type Limit, limits, spend } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { workshopRegistrations, workshops } from "~db/meetings/workshops";
import { findWorkshop, placesTaken, type Workshop } from "./find-workshop.server";
import { writeTo } from "./letters.server";
import { CONFIRM_HOURS, placeFor, promoted, RegistrationInput, workshopState } from "./workshop";

/** Registrations from one network address, which a library or a whole office may share. */
const fromAddress: Limit = { name: "workshop-address", points: 40, seconds: 3600 };

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");
type Registration = typeof workshopRegistrations.$inferSelect;

/**
 * Takes a registration and sends the link that confirms it. No account is needed. The answer is the same whether the address is already
 * registered or not: then its owner gets the link again, and nothing else changes.
 */
export async function askForPlace(ctx: Ctx, workshopId: string, form: FormData | z.input<typeof RegistrationInput>): Promise<void> {
  const workshop = await findWorkshop(ctx, workshopId);
  assertOpen(workshop, ctx.now);
  const fields = parse(RegistrationInput, form);
  await spend(ctx, fromAddress, ctx.address);
  await spend(ctx, limits.letterAccount, fields.email);
  const secret = randomBytes(32).toString("base64url");
  const secretHash = hashOf(secret);
  await ctx.db.tx(async (db) => {
    const known = one(await db.select().from(workshopRegistrations).where(and(eq(workshopRegistrations.workshopId, workshopId), eq(workshopRegistrations.email, fields.email))));
    if (known?.confirmedAt) {
      await db.update(workshopRegistrations).set({ secretHash }).where(eq(workshopRegistrations.id, known.id));
      return writeTo(db, ctx, "again", workshop, known, secret);
    }
    if (known) await db.delete(workshopRegistrations).where(eq(workshopRegistrations.id, known.id));
    await db.insert(workshopRegistrations).values({ id: newId(), workshopId, ...fields, secretHash, locale: ctx.locale, askedAt: ctx.now });
    await writeTo(db, ctx, "confirm", workshop, { email: fields.email, locale: ctx.locale }, secret);
  });
}

function assertOpen(workshop: Workshop, now: Date): void {
  const state = workshopState(workshop, now);
  if (state !== "open") throw problem("conflict", { because: state === "cancelled" ? "workshops.register.cancelled" : "workshops.register.closed" });
}

/** The registration to which a link belongs, and its workshop. One answer (`missing`) for a link never sent, replaced or no longer good. */
export async function findRegistration(ctx: Pick<Ctx, "db" | "actor" | "now">, secret: string, db: Db = ctx.db.read): Promise<{ registration: Registration; workshop: Workshop }> {
  const registration = one(await db.select().from(workshopRegistrations).where(eq(workshopRegistrations.secretHash, hashOf(secret))));
  const late = registration && !registration.confirmedAt && ctx.now.getTime() > registration.askedAt.getTime() + CONFIRM_HOURS * 3_600_000;
  if (!registration || late) throw problem("missing", { because: "workshops.register.linkSpent" });
  return { registration, workshop: await findWorkshop(ctx, registration.workshopId) };
}

/** Confirms a registration: a seat while there is one, otherwise the waiting list. Doing it twice changes nothing. */
export async function confirmPlace(ctx: Ctx, secret: string): Promise<{ place: "seat" | "waiting" }> {
  return ctx.db.tx(async (db) => {
    const { registration, workshop } = await findRegistration(ctx, secret, db);
    if (registration.confirmedAt && registration.place) return { place: registration.place };
    assertOpen(workshop, ctx.now);
    const place = placeFor((await placesTaken(ctx, workshop.id, db)).seats, workshop.capacity);
    await db.update(workshopRegistrations).set({ confirmedAt: ctx.now, place }).where(eq(workshopRegistrations.id, registration.id));
    await writeTo(db, ctx, place, workshop, registration, secret);
    await record(db, { ...ctx, actor: null }, { act: "workshop.registered", subject: { kind: "workshop", id: workshop.id }, data: { workshopId: workshop.id, place } });
    return { place };
  });
}

/** Gives a place back: what was written about the person is deleted at once, and whoever waits longest moves up. */
export async function giveUpPlace(ctx: Ctx, secret: string): Promise<{ workshopId: string }> {
  return ctx.db.tx(async (db) => {
    const { registration, workshop } = await findRegistration(ctx, secret, db);
    if (workshopState(workshop, ctx.now) !== "open") throw problem("conflict", { because: "workshops.register.closed" });
    await db.delete(workshopRegistrations).where(eq(workshopRegistrations.id, registration.id));
    if (registration.confirmedAt) await record(db, { ...ctx, actor: null }, { act: "workshop.placeGivenUp", subject: { kind: "workshop", id: workshop.id }, data: { workshopId: workshop.id } });
    await moveUp(db, ctx, workshop);
    return { workshopId: workshop.id };
  });
}

/** Gives free seats to whoever waits, in the order of their confirmations, and tells them. Inside a transaction. */
export async function moveUp(db: Db, ctx: Pick<Ctx, "db" | "now">, workshop: typeof workshops.$inferSelect): Promise<void> {
  const all = await db.select().from(workshopRegistrations).where(and(eq(workshopRegistrations.workshopId, workshop.id), isNotNull(workshopRegistrations.confirmedAt)));
  const taken = all.filter(({ place }) => place === "seat").length;
  for (const next of promoted(all.filter(({ place }) => place === "waiting"), taken, workshop.capacity)) {
    await db.update(workshopRegistrations).set({ place: "seat" }).where(eq(workshopRegistrations.id, next.id));
    await writeTo(db, ctx, "promoted", workshop, next);
  }
}
