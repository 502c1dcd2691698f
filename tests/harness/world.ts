// SPDX-License-Identifier: AGPL-3.0-or-later
/** A small city for tests: rows written straight into the database, and the contexts of whoever acts in it. */
import { type Actor, type Capacity, type Power, powers as everyPower } from "~/identity";
import type { Ctx } from "~/web/context";
import type { Database } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { affiliations, organisations } from "~db/registry/schema";
import { mandates, seats, workingTables } from "~db/tables/schema";
import { openTestDatabase } from "./database";

/** When the tests take place unless they say otherwise. */
export const TODAY = new Date("2026-03-10T09:00:00Z");
const LONG_AGO = new Date("2024-01-01T00:00:00Z");

export type Voice = { actor: Actor; ctx: Ctx; personId: string; organisationId: string; affiliationId: string };

export type World = Awaited<ReturnType<typeof makeWorld>>;

export async function makeWorld(options: { db?: Database; now?: Date } = {}) {
  const db = options.db ?? (await openTestDatabase());
  const now = options.now ?? TODAY;

  const ctxOf = (actor: Actor | null, at = now): Ctx => ({ actor, now: at, db, locale: "it", requestId: newId(), address: "local" });

  async function organisation(name: string, more: Partial<typeof organisations.$inferInsert> = {}) {
    const row = {
      id: newId(),
      slug: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      name,
      kind: "ets",
      art5Letters: [],
      territory: { scale: "city" as const, districts: [] },
      source: "manual_check" as const,
      createdAt: LONG_AGO,
      ...more,
    };
    await db.tx((tx) => tx.insert(organisations).values(row));
    return row;
  }

  async function person(label: string, more: Partial<typeof persons.$inferInsert> = {}) {
    const id = newId();
    const row = { id, label, email: `${id}@test.example`, createdAt: LONG_AGO, administrator: false, ...more };
    await db.tx((tx) => tx.insert(persons).values(row));
    return row;
  }

  /** A person who speaks for a body, and the context of their acts. */
  async function voice(
    organisationId: string,
    more: { label?: string; capacity?: Capacity; powers?: readonly Power[]; validFrom?: Date; validTo?: Date | null; personId?: string } = {},
  ): Promise<Voice> {
    const label = more.label ?? "Referente";
    const personId = more.personId ?? (await person(label)).id;
    const capacity = more.capacity ?? "delegate";
    const powers = more.powers ?? everyPower.filter((power) => !power.startsWith("manage_"));
    const affiliationId = newId();
    await db.tx((tx) =>
      tx.insert(affiliations).values({
        id: affiliationId,
        personId,
        organisationId,
        capacity,
        powers: [...powers],
        roleLabel: label,
        validFrom: more.validFrom ?? LONG_AGO,
        validTo: more.validTo ?? null,
      }),
    );
    const actor: Actor = {
      personId,
      personLabel: label,
      organisationId,
      organisationName: null,
      affiliationId,
      roleLabel: label,
      capacity,
      powers,
      administrator: false,
      sessionId: null,
    };
    return { actor, ctx: ctxOf(actor), personId, organisationId, affiliationId };
  }

  async function table(name: string, more: Partial<typeof workingTables.$inferInsert> = {}) {
    const row = {
      id: newId(),
      slug: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      name,
      level: "objective" as const,
      object: "Oggetto del tavolo",
      statusSources: [],
      planAreas: [],
      pillars: [],
      sensitive: false,
      createdAt: LONG_AGO,
      ...more,
    };
    await db.tx((tx) => tx.insert(workingTables).values(row));
    return row;
  }

  /** Seats a body at a table, with the given voices as titular persons. */
  async function seat(
    tableId: string,
    organisationId: string,
    more: { role?: "coordinator" | "secretary" | "member" | "observer"; validFrom?: Date; validTo?: Date | null; voices?: Voice[]; mandateTo?: Date | null } = {},
  ) {
    const id = newId();
    const validFrom = more.validFrom ?? LONG_AGO;
    await db.tx(async (tx) => {
      await tx.insert(seats).values({ id, tableId, organisationId, role: more.role ?? "member", basis: "Atto di prova", validFrom, validTo: more.validTo ?? null });
      for (const { affiliationId } of more.voices ?? []) {
        await tx.insert(mandates).values({ id: newId(), seatId: id, affiliationId, capacity: "titular", validFrom, validTo: more.mandateTo ?? null });
      }
    });
    return id;
  }

  async function administrator(): Promise<{ actor: Actor; ctx: Ctx; personId: string }> {
    const { id, label } = await person("Amministratore", { administrator: true });
    const actor: Actor = {
      personId: id, personLabel: label, organisationId: null, organisationName: null, affiliationId: null, roleLabel: null,
      capacity: "platform_administrator", powers: [], administrator: true, sessionId: null,
    };
    return { actor, ctx: ctxOf(actor), personId: id };
  }

  return { db, now, nobody: ctxOf(null), ctxOf, organisation, person, voice, table, seat, administrator };
}
