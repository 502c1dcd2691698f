// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { hashPassword, openSessions, sessionHash, signIn } from "~/identity/index.server";
import { listEntries } from "~/journal/index.server";
import { actorOfSession } from "~/registry/index.server";
import { speakFor } from "~/registry/speak-for.server";
import { makeWorld } from "~tests/harness";

const PASSWORD = "una frase lunga e segreta";

async function personOfTwoBodies({ secondEnds = null as Date | null } = {}) {
  const world = await makeWorld();
  const person = await world.person("Referente", { passwordHash: await hashPassword(PASSWORD) });
  const [lamps, health] = [await world.organisation("Quattro Lampioni"), await world.organisation("ATS")];
  const first = await world.voice(lamps.id, { personId: person.id });
  const second = await world.voice(health.id, { personId: person.id, validTo: secondEnds });
  const { sessionId } = await signIn(world.nobody, { email: person.email, password: PASSWORD });
  const speaking = async (at = world.now) => (await actorOfSession(world.db, openSessions(world.db, { secure: false }), sessionId, at)).actor;
  return { world, person, lamps, health, first, second, sessionId, speaking };
}

describe("speaking for a body", () => {
  test("a person of two bodies speaks for nobody until they choose, then for the chosen one, and the choice is an act", async () => {
    const { world, lamps, health, first, second, sessionId, speaking } = await personOfTwoBodies();
    expect(await speaking()).toMatchObject({ organisationId: null, powers: [] });
    await speakFor(world.ctxOf(await speaking()), { affiliationId: second.affiliationId });
    expect(await speaking()).toMatchObject({ organisationId: health.id, affiliationId: second.affiliationId });
    const [entry] = await listEntries(world.nobody, { limit: 1 });
    expect(entry).toMatchObject({ act: "voice.chosen", organisationId: health.id, data: { sessionId: sessionHash(sessionId), organisationId: health.id } });
    await speakFor(world.ctxOf(await speaking()), { affiliationId: first.affiliationId });
    expect(await speaking()).toMatchObject({ organisationId: lamps.id });
  });

  test("nobody can choose the affiliation of another, one that has ended, or one not begun", async () => {
    const { world, person, lamps, speaking } = await personOfTwoBodies();
    const other = await world.voice(lamps.id);
    const ended = await world.voice(lamps.id, { personId: person.id, validTo: world.now });
    const future = await world.voice(lamps.id, { personId: person.id, validFrom: new Date(world.now.getTime() + 1) });
    for (const { affiliationId } of [other, ended, future, { affiliationId: "nonsense" }]) {
      await expect(speakFor(world.ctxOf(await speaking()), { affiliationId })).rejects.toMatchObject({ kind: "invalid" });
    }
    expect(await speaking()).toMatchObject({ organisationId: null });
    await expect(speakFor(world.nobody, { affiliationId: other.affiliationId })).rejects.toMatchObject({ kind: "unauthenticated" });
  });

  test("when the affiliation ends the person falls to nobody, and to no other body by itself", async () => {
    const noon = new Date("2026-03-10T12:00:00Z");
    const { world, second, speaking } = await personOfTwoBodies({ secondEnds: noon });
    await speakFor(world.ctxOf(await speaking()), { affiliationId: second.affiliationId });
    expect(await speaking(new Date(noon.getTime() - 1))).toMatchObject({ affiliationId: second.affiliationId });
    expect(await speaking(noon)).toMatchObject({ affiliationId: null, organisationId: null, powers: [], capacity: "guest" });
  });
});
