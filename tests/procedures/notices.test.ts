// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { listEntries } from "~/journal/index.server";
import {
  advanceProcedure, closeDueProcedures, correctNotice, extendDeadline, listProcedures, listReceived, openReceived, publishNotice, saveNotice, startApplication, startProcedure, submitApplication, viewProcedure, waiting,
} from "~/procedures/index.server";
import { parseRomeLocal } from "~/web/time";
import { at, makeScene, notice, readyApplication } from "./scene";

const deadline = parseRomeLocal("2026-04-10T12:00:00")!;
const before = new Date(deadline.getTime() - 60_000);
const after = new Date(deadline.getTime() + 60_000);

describe("a procedure", () => {
  test("is begun by an officer for their own Direzione, and is nobody else's business until it is published", async () => {
    const scene = await makeScene();
    const { officer, otherOfficer, lead, admin, world } = scene;
    for (const ctx of [lead.ctx, admin.ctx, world.nobody]) await expect(startProcedure(ctx, { kind: "co_design", title: "Altro" })).rejects.toMatchObject({ kind: "forbidden" });
    const id = await startProcedure(officer.ctx, { kind: "co_programming", title: "Un altro avviso" });
    expect((await viewProcedure(officer.ctx, id)).dossier.procedure.code).toBe("CP-2026-001");
    for (const ctx of [otherOfficer.ctx, lead.ctx, admin.ctx, world.nobody]) {
      await expect(viewProcedure(ctx, id)).rejects.toMatchObject({ kind: "missing" });
      expect((await listProcedures(ctx)).map((one) => one.id)).toEqual([scene.procedureId]);
    }
    await expect(saveNotice(otherOfficer.ctx, { procedureId: id, content: notice() })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(publishNotice(otherOfficer.ctx, { procedureId: scene.procedureId })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("says all that its notice lacks before publication and does not publish it", async () => {
    const { officer } = await makeScene();
    const id = await startProcedure(officer.ctx, { kind: "co_design", title: "Ancora vuoto" });
    await saveNotice(officer.ctx, { procedureId: id, content: notice({ openToDesign: "", contactPec: "" }) });
    const { office } = await viewProcedure(officer.ctx, id);
    expect(office?.next[0]).toMatchObject({ event: "publish", lacks: [{ because: "procedures.lack.openToDesign", field: "openToDesign" }, { because: "procedures.lack.contactPec" }] });
    await expect(publishNotice(officer.ctx, { procedureId: id })).rejects.toMatchObject({ kind: "conflict", details: { because: "procedures.lack.openToDesign" } });
  });

  test("with words of tenders is published only with a written reason", async () => {
    const { officer } = await makeScene();
    const id = await startProcedure(officer.ctx, { kind: "co_design", title: "Con parole sbagliate" });
    await saveNotice(officer.ctx, { procedureId: id, content: notice({ object: "Pagamento del corrispettivo" }) });
    await expect(publishNotice(officer.ctx, { procedureId: id })).rejects.toMatchObject({ details: { because: "procedures.lack.justification" } });
    await saveNotice(officer.ctx, { procedureId: id, content: notice({ object: "Pagamento del corrispettivo", justification: "È una citazione" }) });
    await publishNotice(officer.ctx, { procedureId: id });
    await expect(saveNotice(officer.ctx, { procedureId: id, content: notice() })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("corrected keeps both versions, with the reason, and its term where it was", async () => {
    const { officer, procedureId } = await makeScene();
    await expect(correctNotice(officer.ctx, { procedureId, content: notice({ requirements: "Altri" }), reason: "" })).rejects.toMatchObject({ details: { because: "procedures.lack.reason" } });
    await correctNotice(at(officer.ctx, new Date("2026-04-01T08:00:00Z")), { procedureId, content: notice({ requirements: "Altri" }, "2027-01-01T12:00:00"), reason: "Refuso nei requisiti" });
    const { dossier } = await viewProcedure(officer.ctx, procedureId);
    expect(dossier.versions.map(({ version, occasion, content }) => [version, occasion, content.requirements])).toEqual([
      [2, "correction", "Altri"], [1, "publication", "Iscrizione al RUNTS"], [0, "draft", "Iscrizione al RUNTS"],
    ]);
    expect(dossier.procedure.closesAt).toEqual(deadline);
  });

  test("extended moves the term for everybody: who was late may send", async () => {
    const scene = await makeScene();
    const { officer, procedureId, lead } = scene;
    const { id } = await readyApplication(scene);
    await expect(submitApplication(at(lead.ctx, after), { applicationId: id, confirmed: true })).rejects.toMatchObject({ kind: "conflict" });
    const later = parseRomeLocal("2026-04-11T12:00:00")!;
    await expect(extendDeadline(at(officer.ctx, after), { procedureId, closesAt: before, reason: "Interruzione" })).rejects.toMatchObject({ details: { because: "procedures.lack.notLater" } });
    await extendDeadline(at(officer.ctx, after), { procedureId, closesAt: later, reason: "Servizio interrotto dalle 11:20 alle 11:42" });
    const { dossier } = await viewProcedure(at(officer.ctx, after), procedureId);
    expect(dossier.transitions.map(({ event }) => event)).toEqual(["start", "draft_notice", "publish", "close", "extend"]);
    await expect(listReceived(at(officer.ctx, after), procedureId)).rejects.toMatchObject({ kind: "forbidden" });
    expect((await submitApplication(at(lead.ctx, after), { applicationId: id, confirmed: true })).number).toBe("2026-000001");
  });

  test("can no longer be extended once somebody of the office has read an application", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    await submitApplication(at(scene.lead.ctx, before), { applicationId: id, confirmed: true });
    await openReceived(at(scene.officer.ctx, after), id);
    await expect(extendDeadline(at(scene.officer.ctx, after), { procedureId: scene.procedureId, closesAt: new Date("2026-05-01T10:00:00Z"), reason: "Tardi" })).rejects.toMatchObject({
      details: { because: "procedures.lack.alreadyOpened" },
    });
  });

  test("is closed by the clock, written down once and bearing the instant of the term", async () => {
    const { db, procedureId, admin } = await makeScene();
    expect(await closeDueProcedures({ db, now: new Date(deadline.getTime() + 999) })).toBe(0);
    expect(await closeDueProcedures({ db, now: after })).toBe(1);
    expect(await closeDueProcedures({ db, now: after })).toBe(0);
    const { dossier } = await viewProcedure(at(admin.ctx, after), procedureId);
    expect(dossier.transitions.at(-1)).toMatchObject({ event: "close", at: deadline, affiliationId: null });
    expect(await listEntries(admin.ctx, { act: "term.closed", limit: 5 })).toHaveLength(1);
  });

  test("without applications is declared so, and cannot go on as if there were any", async () => {
    const { officer, procedureId } = await makeScene();
    await expect(advanceProcedure(at(officer.ctx, after), { procedureId, event: "open_admissibility" })).rejects.toMatchObject({ details: { because: "procedures.lack.nothingReceived" } });
    await advanceProcedure(at(officer.ctx, after), { procedureId, event: "declare_deserted" });
    expect((await viewProcedure(at(officer.ctx, after), procedureId)).dossier.state).toBe("deserted");
  });

  test("reserved to third-sector bodies takes no others, nor the body that published it", async () => {
    const { world, procedureId, officer } = await makeScene();
    const company = await world.organisation("Impresa", { kind: "company" });
    const other = await world.voice(company.id);
    await expect(startApplication(other.ctx, { procedureId, title: "X" })).rejects.toMatchObject({ details: { because: "procedures.refusal.onlyEts" } });
    await expect(startApplication(officer.ctx, { procedureId, title: "X" })).rejects.toMatchObject({ details: { because: "procedures.refusal.ownNotice" } });
    await expect(startApplication(world.nobody, { procedureId, title: "X" })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("takes applications neither before it opens nor after its term", async () => {
    const { lead, procedureId } = await makeScene({ content: { opensAt: "2026-03-11T09:00:00.000Z" } });
    await expect(startApplication(lead.ctx, { procedureId, title: "X" })).rejects.toMatchObject({ details: { because: "procedures.refusal.notYetOpen" } });
    await expect(startApplication(at(lead.ctx, after), { procedureId, title: "X" })).rejects.toMatchObject({ details: { because: "procedures.refusal.termPassed" } });
  });
});

describe("a co-programming", () => {
  test("asks for no money: a contribution and the declarations are enough", async () => {
    const scene = await makeScene({ kind: "co_programming", content: { publicResources: [] } });
    const { id } = await readyApplication(scene);
    expect((await waiting(scene.partner.ctx)).map(({ says }) => says)).toEqual(["procedures.waiting.complete"]);
    expect((await submitApplication(at(scene.lead.ctx, before), { applicationId: id, confirmed: true })).number).toBe("2026-000001");
    const { content } = await openReceived(at(scene.lead.ctx, before), id);
    expect(content.budget).toBeNull();
    expect(content.partners.every(({ share }) => share === null)).toBe(true);
  });
});
