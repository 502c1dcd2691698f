// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { verifyFiles } from "~/documents/index.server";
import { listEntries } from "~/journal/index.server";
import { attachMandateAct, findMandateActs, giveMandate, openMandateAct } from "~/tables/index.server";
import { actsOf } from "~/tables/acts.server";
import { remindMandates } from "~/tables/remind-mandates.server";
import type { Power } from "~/identity";
import { outbox } from "~db/notices/schema";
import { makeWorld } from "~tests/harness";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n", "latin1");
const pdf = () => new File([new Uint8Array(PDF)], "delibera.pdf");
const DAY = 86_400_000;

/** A table on a delicate theme, a body with a seat and nobody to speak from it yet, and everybody who might look. */
async function setting({ sensitive = false } = {}) {
  const world = await makeWorld();
  const [home, seated, other] = [await world.organisation("Direzione", { kind: "directorate" }), await world.organisation("Ente"), await world.organisation("Altro ente")];
  const table = await world.table("Tavolo", { sensitive, ownerOrganisationId: home.id });
  const may = (organisationId: string, label: string, powers: Power[]) => world.voice(organisationId, { label, powers });
  const [coordinator, office] = [await may(home.id, "Coordina", ["read", "write", "speak"]), await may(home.id, "Ufficio", ["read", "manage_tables"])];
  const [president, delegate, colleague] = [await may(seated.id, "Presidente", ["read", "manage_members"]), await may(seated.id, "Delegata", ["read", "speak"]), await may(seated.id, "Collega", ["read"])];
  const member = await may(other.id, "Altro membro", ["read", "speak", "manage_members"]);
  await world.seat(table.id, home.id, { role: "coordinator", voices: [coordinator] });
  await world.seat(table.id, other.id, { voices: [member] });
  const seatId = await world.seat(table.id, seated.id);
  return { world, table, seatId, coordinator, office, president, delegate, colleague, member };
}

describe("the act on which a mandate rests", () => {
  test("comes with the mandate in one step, and renews it later; the journal keeps its fingerprint, never its words", async () => {
    const { world, table, seatId, president, delegate, coordinator } = await setting();
    const given = { seatId, affiliationId: delegate.affiliationId, capacity: "titular" as const, evidence: "Delibera del direttivo" };
    const { mandateId } = await giveMandate(president.ctx, given, { file: pdf(), scan: async () => "clean" });
    const where = { slug: table.slug, seatId, mandateId };
    await attachMandateAct({ ...coordinator.ctx, now: new Date(world.now.getTime() + 1000) }, where, { file: pdf(), description: "Conferma per un anno" }, { scan: null });
    const { files } = await findMandateActs(delegate.ctx, where);
    expect(files.map(({ description, scanned, by, sha256 }) => [description, scanned, by, sha256.length])).toEqual([
      ["Conferma per un anno", false, "Coordina", 64],
      ["Delibera del direttivo", true, "Presidente", 64],
    ]);
    expect((await openMandateAct(delegate.ctx, where, files[1]?.id ?? "")).bytes.equals(PDF)).toBe(true);
    const entries = await listEntries(coordinator.ctx, { limit: 2 });
    expect(entries.map(({ act, subjectId, data }) => [act, subjectId, data])).toEqual(files.map(({ id, sha256 }) => ["mandate.documented", table.id, expect.objectContaining({ mandateId, fileId: id, sha256 })]));
    expect(JSON.stringify(entries)).not.toMatch(/elibera|onferma|Delegata/);
    expect(await verifyFiles(world.db)).toEqual({ ok: true, files: 1 });
  });

  test.each([false, true])("is read by the body, the coordination and the office that answers, and does not exist for anybody else (delicate theme: %s)", async (sensitive) => {
    const { world, table, seatId, coordinator, office, president, delegate, colleague, member } = await setting({ sensitive });
    const { mandateId } = await giveMandate(coordinator.ctx, { seatId, affiliationId: delegate.affiliationId, capacity: "titular", evidence: "Delibera del direttivo" }, { file: pdf(), scan: null });
    const where = { slug: table.slug, seatId, mandateId };
    const [file] = (await findMandateActs(coordinator.ctx, where)).files;
    for (const { ctx } of [coordinator, office, president, delegate, colleague]) expect((await openMandateAct(ctx, where, file?.id ?? "")).file.name).toBe("delibera.pdf");
    const outsider = await world.voice((await world.organisation("Fuori")).id);
    for (const ctx of [member.ctx, outsider.ctx, world.nobody]) {
      await expect(openMandateAct(ctx, where, file?.id ?? "")).rejects.toMatchObject({ kind: "missing" });
      await expect(findMandateActs(ctx, where)).rejects.toMatchObject({ kind: "missing" });
      await expect(attachMandateAct(ctx, where, { file: pdf(), description: "Un altro atto" }, { scan: null })).rejects.toMatchObject({ kind: /missing|unauthenticated/ });
    }
    // not even by way of another seat or table
    const elsewhere = await world.table("Altrove");
    await expect(findMandateActs(coordinator.ctx, { ...where, slug: elsewhere.slug })).rejects.toMatchObject({ kind: "missing" });
    await expect(findMandateActs(coordinator.ctx, { ...where, seatId: mandateId })).rejects.toMatchObject({ kind: "missing" });
    // whoever reads it does not therefore attach
    await expect(attachMandateAct(colleague.ctx, where, { file: pdf(), description: "Un altro atto" }, { scan: null })).rejects.toMatchObject({ kind: "forbidden" });
    expect((await findMandateActs(coordinator.ctx, where)).files).toHaveLength(1);
    const told = async (ctx: typeof member.ctx) => (await actsOf(ctx, table as never, { limit: 10 })).acts.map(({ what }) => what).join(" ");
    expect(await told(world.nobody)).not.toContain("atto di un mandato");
    expect(await told(coordinator.ctx)).toContain("ha allegato l'atto di un mandato");
  });

  test("is told beside its field when it cannot be taken, and then nobody has the mandate and nothing is kept", async () => {
    const { world, seatId, president, member, delegate } = await setting();
    const given = { seatId, affiliationId: delegate.affiliationId, capacity: "titular" as const, evidence: "Delibera del direttivo" };
    const why = (ctx: typeof president.ctx, more: object, file = pdf(), scan: (() => Promise<"infected">) | null = null) => giveMandate(ctx, { ...given, ...more }, { file, scan }).catch((told: { details?: { fields?: object }; kind: string }) => told.details?.fields ?? told.kind);
    expect(await why(president.ctx, { evidence: "" })).toEqual({ evidence: "tables.mandate.evidenceForAct" });
    expect(await why(president.ctx, {}, new File(["<svg/>"], "delega.pdf"))).toEqual({ file: "web.file.refused.type" });
    expect(await why(president.ctx, {}, pdf(), async () => "infected")).toEqual({ file: "web.file.refused.infected" });
    expect(await why(member.ctx, {})).toBe("forbidden");
    expect(await world.db.files.checkFiles()).toMatchObject({ files: 0 });
    await expect(giveMandate(president.ctx, given)).resolves.toBeTruthy();
  });

  test("a mandate with an end reminds who holds it and who manages the body, and leads to where it is renewed", async () => {
    const { world, table, seatId, delegate, coordinator } = await setting();
    await giveMandate(coordinator.ctx, { seatId, affiliationId: delegate.affiliationId, capacity: "titular", validTo: new Date(world.now.getTime() + 45 * DAY) });
    await remindMandates({ db: world.db, now: world.now });
    const letters = await world.db.read.select({ to: outbox.recipient, body: outbox.body }).from(outbox);
    expect(letters).toHaveLength(2);
    for (const { body } of letters) expect(body).toContain(`/tavoli/${table.slug}/membri`);
  });
});
