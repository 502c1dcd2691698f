// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { applicationOfDocument, invitePartner } from "~/procedures/index.server";
import { makeScene, readyApplication } from "./scene";

test("the project form leads back to its application for the bodies that take part, and tells nobody else that there is one", async () => {
  const scene = await makeScene();
  const { id, documentId } = await readyApplication(scene);
  const delta = await scene.world.organisation("Delta");
  const invited = await scene.world.voice(delta.id, { label: "Referente Delta" });
  await invitePartner(scene.lead.ctx, { applicationId: id, body: "Delta" });

  const back = { to: `/candidature/${id}` };
  expect(await applicationOfDocument(scene.lead.ctx, documentId)).toMatchObject(back);
  expect(await applicationOfDocument(scene.partner.ctx, documentId)).toMatchObject(back);
  for (const { ctx } of [invited, scene.stranger, scene.officer, scene.otherOfficer, scene.admin, { ctx: scene.world.nobody }]) {
    expect(await applicationOfDocument(ctx, documentId)).toBeNull();
  }
});
