// SPDX-License-Identifier: AGPL-3.0-or-later
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Power } from "~/identity";
import { verifyFiles } from "~/documents/index.server";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { attachDelegation, listDelegations, openDelegation } from "~/registry/index.server";
import { backUp } from "~db/backup.server";
import { restore } from "~db/restore.server";
import { makeWorld, openTestDatabase, temporaryFolder } from "~tests/harness";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n", "latin1");
const act = (bytes: Uint8Array = PDF, name = "delega.pdf") => ({ file: new File([new Uint8Array(bytes)], name), description: "Delega del presidente" });
const noScan = { scan: null };

async function setting() {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir) });
  const [body, other, city] = [await world.organisation("Ente"), await world.organisation("Altro ente"), await world.organisation("Direzione", { kind: "directorate" })];
  const may = (organisationId: string, label: string, powers: Power[]) => world.voice(organisationId, { label, powers });
  const [manager, delegate, outsider, neighbour] = [await may(body.id, "Presidente", ["read", "manage_members"]), await may(body.id, "Delegata", ["read", "speak"]), await may(other.id, "Di fuori", ["read", "manage_members"]), await may(city.id, "Ufficio", ["read", "manage_tables"])];
  const registry = await may(city.id, "Registro", ["manage_registry"]);
  return { world, dataDir, body, other, manager, delegate, outsider, neighbour, registry, where: { slug: body.slug, affiliationId: delegate.affiliationId } };
}

describe("the act on which an affiliation rests", () => {
  test("is attached when it begins and when it is renewed, and read by the body's people and the registry", async () => {
    const { manager, delegate, registry, where, body } = await setting();
    const { fileId } = await attachDelegation(manager.ctx, where, act(), noScan);
    await attachDelegation({ ...registry.ctx, now: new Date(registry.ctx.now.getTime() + 1000) }, where, { ...act(), description: "Rinnovo della delega" }, { scan: async () => "clean" });
    expect((await listDelegations(delegate.ctx, where.slug, where.affiliationId)).map(({ description, mediaType, scanned, by }) => [description, mediaType, scanned, by])).toEqual([
      ["Rinnovo della delega", "application/pdf", true, "Registro"],
      ["Delega del presidente", "application/pdf", false, "Presidente"],
    ]);
    expect((await openDelegation(delegate.ctx, where.slug, where.affiliationId, fileId)).bytes.equals(PDF)).toBe(true);
    const [, first] = await listEntries(registry.ctx, { limit: 2 });
    expect(first).toMatchObject({ act: "affiliation.documented", subjectId: body.id, data: { affiliationId: where.affiliationId, fileId } });
    expect(JSON.stringify(first?.data)).not.toContain("elega");
  });

  test("is neither read nor attached by anybody else, not even by way of their own body", async () => {
    const { world, manager, delegate, outsider, neighbour, other, where } = await setting();
    const { fileId } = await attachDelegation(manager.ctx, where, act(), noScan);
    for (const { ctx } of [outsider, neighbour]) {
      await expect(listDelegations(ctx, where.slug, where.affiliationId)).rejects.toMatchObject({ kind: "forbidden", details: { because: "registry.policy.peopleOfOthers" } });
      await expect(openDelegation(ctx, where.slug, where.affiliationId, fileId)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(attachDelegation(ctx, where, act(), noScan)).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(openDelegation(world.nobody, where.slug, where.affiliationId, fileId)).rejects.toMatchObject({ kind: "forbidden" });
    // whoever reads it does not therefore attach
    await expect(attachDelegation(delegate.ctx, where, act(), noScan)).rejects.toMatchObject({ kind: "forbidden", details: { because: "registry.policy.notYourBody" } });
    await expect(openDelegation(outsider.ctx, other.slug, where.affiliationId, fileId)).rejects.toMatchObject({ kind: "missing" });
    await expect(openDelegation(outsider.ctx, other.slug, outsider.affiliationId, fileId)).rejects.toMatchObject({ kind: "missing" });
    expect(await listDelegations(manager.ctx, where.slug, where.affiliationId)).toHaveLength(1);
  });

  test("is told beside its field when it cannot be taken, and nothing is kept", async () => {
    const { world, manager, where } = await setting();
    const refused = async (given: ReturnType<typeof act>, scan: (() => Promise<"infected">) | null = null) => attachDelegation(manager.ctx, where, given, { scan }).catch((told: { details?: { fields?: object } }) => told.details?.fields);
    expect(await refused(act(Buffer.from("MZ\u0000\u0001\u0002")))).toEqual({ file: "web.file.refused.type" });
    expect(await refused(act(Buffer.from("<svg/>"), "delega.pdf"))).toEqual({ file: "web.file.refused.type" });
    expect(await refused(act(), async () => "infected")).toEqual({ file: "web.file.refused.infected" });
    expect(await refused({ ...act(new Uint8Array(), ""), description: "" })).toEqual({ file: "registry.delegation.fileMissing", description: "registry.delegation.descriptionMissing" });
    expect(await listDelegations(manager.ctx, where.slug, where.affiliationId)).toEqual([]);
    expect(await world.db.files.checkFiles()).toMatchObject({ files: 0 });
  });

  test.runIf(!process.env.DATABASE_URL)("goes into the copy and comes back; when it is missing, that is told with its name", async () => {
    const { dataDir, manager, where } = await setting();
    const { fileId } = await attachDelegation(manager.ctx, where, act(), noScan);
    const copy = join(temporaryFolder(), "copia.db");
    backUp(dataDir, copy);
    const target = join(temporaryFolder(), "altrove");
    await restore(copy, target, { now: manager.ctx.now, verify: verifyJournal });
    const again = await openTestDatabase(target);
    expect((await openDelegation({ ...manager.ctx, db: again }, where.slug, where.affiliationId, fileId)).bytes.equals(PDF)).toBe(true);
    expect(await verifyFiles(again)).toEqual({ ok: true, files: 1 });
    rmSync(join(target, "files"), { recursive: true });
    expect(await verifyFiles(again)).toMatchObject({ ok: false, broken: [{ kind: "missing", name: "delega.pdf" }] });
  });
});
