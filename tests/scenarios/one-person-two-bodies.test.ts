// SPDX-License-Identifier: AGPL-3.0-or-later
/** Scenario 4 of the domain reference where it touches a notice: one person is the voice of two bodies that apply. Their voice at a table is in record-of-a-table. */
import { expect, test } from "vitest";
import { confirmPart, submitApplication, withdrawSubmission } from "~/procedures/index.server";
import { listReceived } from "~/procedures/read-received.server";
import { voicesOf } from "~/registry/index.server";
import { at, makeScene, readyApplication } from "~tests/procedures/scene";

const BEFORE = new Date("2026-04-09T09:00:00Z");
const AFTER = new Date("2026-04-11T09:00:00Z");

/** The legal representative of Alfa is also the attorney of Gamma: two bodies, two applications, both ready. */
async function twoApplications(samePerson: "FORBID" | "ALLOW_WITH_DECLARATION") {
  const scene = await makeScene({ content: { samePerson } });
  const asGamma = await scene.world.voice(scene.gamma.id, { label: "Procuratore Gamma", capacity: "attorney", personId: scene.lead.personId });
  const first = await readyApplication(scene, { partner: null });
  const second = await readyApplication(scene, { lead: asGamma, partner: null, title: "Portineria di Gamma" });
  const send = (voice: typeof asGamma, applicationId: string, declared = false) => submitApplication(at(voice.ctx, BEFORE), { applicationId, confirmed: true, samePerson: declared });
  return { scene, asGamma, first: first.id, second: second.id, send };
}

test("scenario 4: where the notice forbids it, the second application of one person is stopped before the term, and the choice is left to them", async () => {
  const { scene, asGamma, first, second, send } = await twoApplications("FORBID");
  // the person has to say for whom they act
  expect(await voicesOf(scene.db, scene.lead.personId, scene.world.now)).toHaveLength(2);
  await send(scene.lead, first);
  await expect(send(asGamma, second, true)).rejects.toMatchObject({ kind: "conflict", details: { because: "procedures.submit.samePersonForbidden" } });
  await withdrawSubmission(at(scene.lead.ctx, BEFORE), { applicationId: first });
  expect(await send(asGamma, second)).toMatchObject({ number: expect.stringMatching(/^2026-/) });
  await expect(send(scene.lead, first)).rejects.toMatchObject({ details: { because: "procedures.submit.samePersonForbidden" } });
});

test("scenario 4: where the notice allows it with a declaration, the declaration is asked for and the office is told; in one application there is nothing to declare", async () => {
  const { scene, asGamma, first, second, send } = await twoApplications("ALLOW_WITH_DECLARATION");
  await send(scene.lead, first);
  await expect(send(asGamma, second)).rejects.toMatchObject({ kind: "invalid", details: { fields: { samePerson: "procedures.submit.mustDeclareSamePerson" } } });
  await send(asGamma, second, true);
  expect((await listReceived(at(scene.officer.ctx, AFTER), scene.procedureId)).received.map(({ leadName, samePerson }) => [leadName, samePerson])).toEqual([["Alfa", true], ["Gamma", true]]);

  const together = await makeScene({ content: { samePerson: "FORBID" } });
  const asPartner = await together.world.voice(together.beta.id, { label: "Presidente di due", capacity: "attorney", personId: together.lead.personId });
  const { id } = await readyApplication(together, { partner: asPartner });
  await confirmPart(asPartner.ctx, { applicationId: id, share: "40,00", declared: true });
  await submitApplication(at(together.lead.ctx, BEFORE), { applicationId: id, confirmed: true });
  expect((await listReceived(at(together.officer.ctx, AFTER), together.procedureId)).received.map(({ samePerson }) => samePerson)).toEqual([false]);
});
