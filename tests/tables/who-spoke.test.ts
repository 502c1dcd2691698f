// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyJournal } from "~/journal/index.server";
import { endMandate, endSeat, giveMandate, grantSeat, maySpeak, seatsAt, standingAt } from "~/tables/index.server";
import { isProblemShape } from "~/web/problem";
import { journalEntries } from "~db/journal/schema";
import { mandates, seats } from "~db/tables/schema";
import { makeWorld, type Voice, type World } from "~tests/harness";

const DAY = 86_400_000;
const LAST_DAY = 40;

type Step = { kind: "grant" | "endSeat" | "give" | "endMandate"; pick: number; more: number; days: number; lasts: number | null };
const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("grant", "give", "give", "endSeat", "endMandate"),
  pick: fc.nat(50),
  more: fc.nat(50),
  days: fc.nat(3),
  lasts: fc.option(fc.integer({ min: 1, max: 15 }), { nil: null }),
});

/** Lives through the steps; a refused step changes nothing. */
async function live(world: World, steps: Step[]) {
  const table = await world.table("Tavolo");
  const { ctx: admin } = await world.administrator();
  const voices: Voice[] = [];
  for (const name of ["Uno", "Due"]) {
    const body = await world.organisation(name);
    voices.push(await world.voice(body.id), await world.voice(body.id));
  }
  const seatIds: string[] = [];
  const mandateIds: string[] = [];
  let now = world.now.getTime();
  const choose = <T>(from: T[], n: number) => from[n % Math.max(1, from.length)];
  for (const { kind, pick, more, days, lasts } of steps) {
    now += days * DAY;
    const ctx = { ...admin, now: new Date(now) };
    const validTo = lasts === null ? null : new Date(now + lasts * DAY);
    const voice = choose(voices, pick)!;
    try {
      if (kind === "grant") {
        const role = (["member", "observer"] as const)[more % 2]!;
        seatIds.push((await grantSeat(ctx, { tableId: table.id, organisationId: voice.organisationId, role, basis: "Atto", validTo })).seatId);
      } else if (kind === "give" && seatIds.length > 0) {
        const capacity = (["titular", "deputy"] as const)[more % 2]!;
        mandateIds.push((await giveMandate(ctx, { seatId: choose(seatIds, more)!, affiliationId: voice.affiliationId, capacity, validTo })).mandateId);
      } else if (kind === "endSeat" && seatIds.length > 0) await endSeat(ctx, { seatId: choose(seatIds, pick)!, reason: "Fine del seggio" });
      else if (kind === "endMandate" && mandateIds.length > 0) await endMandate(ctx, { mandateId: choose(mandateIds, pick)! });
    } catch (refused) {
      if (!isProblemShape((refused as { toJSON?: () => unknown }).toJSON?.())) throw refused;
    }
  }
  return { table, voices };
}

type Span = { from: number; to: number };
type Told = { seats: Map<string, Span & { organisationId: string }>; mandates: Map<string, Span & { seatId: string; personId: string }> };

/** The same history told by the register of acts alone. */
async function toldByActs(world: World): Promise<Told> {
  const told: Told = { seats: new Map(), mandates: new Map() };
  for (const { act, data } of await world.db.read.select().from(journalEntries).orderBy(asc(journalEntries.seq))) {
    const { seatId, mandateId, organisationId, personId } = data as Record<string, string>;
    const span = { from: Date.parse(String(data.validFrom)), to: data.validTo ? Date.parse(String(data.validTo)) : Number.POSITIVE_INFINITY };
    if (act === "seat.granted") told.seats.set(seatId!, { ...span, organisationId: organisationId! });
    if (act === "mandate.given") told.mandates.set(mandateId!, { ...span, seatId: seatId!, personId: personId! });
    if (act === "seat.ended") told.seats.get(seatId!)!.to = span.to;
    if (act === "mandate.ended") told.mandates.get(mandateId!)!.to = span.to;
  }
  return told;
}

const within = ({ from, to }: Span, at: number) => from <= at && at < to;

test("at any instant one can say who spoke for whom, and the acts, the seats and the standing of each person agree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), fc.array(fc.integer({ min: 0, max: LAST_DAY * 24 }), { minLength: 4, maxLength: 8 }), async (steps, hours) => {
      const world = await makeWorld();
      const { table, voices } = await live(world, steps);
      const told = await toldByActs(world);
      for (const hour of hours) {
        const at = new Date(world.now.getTime() + hour * 3_600_000);
        const sitting = await seatsAt(world.db.read, table.id, at);
        const shown = sitting.flatMap(({ organisationId, speakers }) => speakers.map(({ personId }) => `${personId} for ${organisationId}`));
        const expected = [...told.mandates.values()].flatMap((mandate) => {
          const seat = told.seats.get(mandate.seatId)!;
          return within(mandate, at.getTime()) && within(seat, at.getTime()) ? [`${mandate.personId} for ${seat.organisationId}`] : [];
        });
        expect(shown.sort()).toEqual(expected.sort());
        for (const { actor, personId, organisationId } of voices) {
          expect(maySpeak(await standingAt(world.db.read, actor, table.id, at))).toBe(shown.includes(`${personId} for ${organisationId}`));
        }
        for (const { speakers } of sitting) expect(speakers.filter(({ capacity }) => capacity === "titular").length).toBeLessThanOrEqual(1);
      }
      await noOverlaps(world);
      expect(await verifyJournal(world.db.read)).toMatchObject({ ok: true });
    }),
    { numRuns: cities() },
  );
});

/** PGlite takes seconds for each city: fewer of them there. */
function cities(): number {
  return process.env.DATABASE_URL ? 2 : 15;
}

async function noOverlaps(world: World): Promise<void> {
  const overlap = (a: { validFrom: Date; validTo: Date | null }, b: typeof a) =>
    a.validFrom.getTime() < (b.validTo?.getTime() ?? Number.POSITIVE_INFINITY) && b.validFrom.getTime() < (a.validTo?.getTime() ?? Number.POSITIVE_INFINITY);
  const sitting = await world.db.read.select().from(seats);
  for (const a of sitting) {
    const twins = sitting.filter((b) => b.id !== a.id && b.organisationId === a.organisationId && b.role === a.role && overlap(a, b));
    expect(twins).toEqual([]);
  }
  const given = await world.db.read.select().from(mandates);
  for (const a of given) {
    expect(given.filter((b) => b.id !== a.id && b.seatId === a.seatId && b.affiliationId === a.affiliationId && overlap(a, b))).toEqual([]);
  }
}
