// SPDX-License-Identifier: AGPL-3.0-or-later
/** The whole way of an application once, also on the other engine: sent, taken back, sent again, received, decided. */
import { expect, test } from "vitest";
import { verifyJournal } from "~/journal/index.server";
import { advanceProcedure, decideApplication, listProcedures, listReceived, openReceived, submitApplication, verifySeals, viewApplication, waiting, withdrawSubmission } from "~/procedures/index.server";
import { parseRomeLocal } from "~/web/time";
import { at, makeScene, readyApplication } from "./scene";

test("an application is sent, taken back, sent again, opened after the term and decided, and its seals hold", async () => {
  const scene = await makeScene();
  const { procedureId, officer, lead, partner, db } = scene;
  const deadline = parseRomeLocal("2026-04-10T12:00:00")!;
  const after = new Date(deadline.getTime() + 1000);
  const { id } = await readyApplication(scene);
  const send = (now: Date) => submitApplication(at(lead.ctx, now), { applicationId: id, confirmed: true });
  expect((await send(new Date(deadline.getTime() - 5000))).number).toBe("2026-000001");
  await withdrawSubmission(at(lead.ctx, new Date(deadline.getTime() - 4000)), { applicationId: id });
  await expect(send(after)).rejects.toMatchObject({ details: { because: "procedures.submit.late" } });
  expect((await send(deadline)).number).toBe("2026-000002");
  expect(await listProcedures(at(officer.ctx, after), { when: "past" })).toHaveLength(1);
  expect(await waiting(at(officer.ctx, after))).toMatchObject([{ values: { count: 1 } }]);
  await advanceProcedure(at(officer.ctx, after), { procedureId, event: "open_admissibility" });
  expect((await listReceived(at(officer.ctx, after), procedureId)).received).toMatchObject([{ id, number: "2026-000002", receivedAt: deadline }]);
  expect((await openReceived(at(officer.ctx, after), id)).content.partners).toHaveLength(2);
  await decideApplication(at(officer.ctx, after), { applicationId: id, outcome: "admitted", reason: "Requisiti posseduti alla scadenza." });
  expect((await viewApplication(at(partner.ctx, after), id)).decision?.outcome).toBe("admitted");
  expect(await verifySeals(db.read)).toEqual({ ok: true, packages: 2 });
  expect(await verifyJournal(db.read)).toMatchObject({ ok: true });
});
