// SPDX-License-Identifier: AGPL-3.0-or-later
/** Scenario 10 of the domain reference: one record for each body, however it is asked for. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPerson } from "~/identity/index.server";
import { answerClaim } from "~/registry/claims/answer-claim.server";
import { askToSpeak } from "~/registry/claims/ask-to-speak.server";
import { findClaim } from "~/registry/claims/find-claim.server";
import { findOrganisations, registerOrganisation, voicesOf, waiting } from "~/registry/index.server";
import { namesakesOf } from "~/registry/namesakes.server";
import { organisations } from "~db/registry/schema";
import { outbox } from "~db/notices/schema";
import { makeWorld } from "~tests/harness";

const CODE = "97123450153";
const ANOTHER = "12345678903";

test("scenario 10: a fiscal code that is in the registry leads to a request to join, answered by the legal representative or by the office, and never to a second record", async () => {
  const world = await makeWorld();
  const eta = await world.organisation("Eta società cooperativa sociale", { fiscalCode: CODE });
  const president = await world.voice(eta.id, { label: "Presidente", capacity: "legal_representative", powers: ["speak", "manage_members"] });
  const office = await world.voice((await world.organisation("Direzione", { kind: "directorate" })).id, { capacity: "officer", powers: ["manage_registry"] });
  const newcomer = async (label: string) => {
    const { id } = await world.person(label);
    return { id, ctx: asPerson(world.nobody, { id, label, administrator: false }) };
  };
  const described = { fiscalCode: CODE, name: "Coop. Eta", kind: "ets" as const, capacity: "delegate" as const, roleLabel: "Referente", evidence: "Lettera di incarico del 2 febbraio" };
  const bodies = async () => (await world.db.read.select().from(organisations).where(eq(organisations.fiscalCode, CODE))).length;
  const why = (promise: Promise<unknown>) => promise.then(() => null, (failure: { details?: { fields?: Record<string, string> } }) => failure.details?.fields?.fiscalCode);

  // the person writes the code with spaces and another name: it is the same body
  const first = await newcomer("Referente");
  const { claimId } = await askToSpeak(first.ctx, { ...described, fiscalCode: "971 2345 0153" });
  expect(await findClaim(first.ctx, claimId)).toMatchObject({ organisationId: eta.id, bodyName: eta.name });
  expect(await voicesOf(world.db, first.id, world.now)).toEqual([]);
  expect((await waiting(president.ctx)).map(({ id }) => id)).toContain(`claim-${claimId}`);
  await answerClaim(president.ctx, claimId, { outcome: "accepted" });
  expect((await voicesOf(world.db, first.id, world.now)).map(({ organisationId }) => organisationId)).toEqual([eta.id]);
  // or the office answers
  const second = await newcomer("Referente tecnico");
  await answerClaim(office.ctx, (await askToSpeak(second.ctx, { ...described, capacity: "technical_contact" })).claimId, { outcome: "accepted" });
  expect((await voicesOf(world.db, second.id, world.now)).map(({ organisationId }) => organisationId)).toEqual([eta.id]);
  expect(await bodies()).toBe(1);
  expect(await world.db.read.select().from(outbox)).toHaveLength(2);

  // a wrong check digit and the code of a person are told apart
  const third = await newcomer("Terza persona");
  expect(await why(askToSpeak(third.ctx, { ...described, fiscalCode: "97123450154" }))).toBe("registry.fiscalCode.checkDigit");
  expect(await why(askToSpeak(third.ctx, { ...described, fiscalCode: "RSSMRA80A01F205X" }))).toBe("registry.fiscalCode.ofPerson");
  // an office that enters a branch is sent to the record that is there
  await expect(registerOrganisation(office.ctx, { name: "Coop. Eta, sede di quartiere", kind: "ets", etsCategory: "social_enterprise", pec: "eta@pec.example.it", fiscalCode: CODE })).rejects.toMatchObject({ kind: "conflict", details: { because: "registry.fiscalCode.taken", values: { slug: eta.slug } } });
  expect(await bodies()).toBe(1);
  // two bodies of the same name and another code may both be there, and whoever answers is warned
  const homonym = await askToSpeak(third.ctx, { ...described, name: "eta Società cooperativa sociale", fiscalCode: ANOTHER });
  expect(await findClaim(office.ctx, homonym.claimId)).toMatchObject({ organisationId: null });
  expect(await namesakesOf(office.ctx, "eta Società cooperativa sociale")).toMatchObject([{ slug: eta.slug, fiscalCode: CODE }]);
  await answerClaim(office.ctx, homonym.claimId, { outcome: "accepted" });
  expect((await findOrganisations(office.ctx, { testo: "Eta" })).total).toBe(2);
});
