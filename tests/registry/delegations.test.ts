// SPDX-License-Identifier: AGPL-3.0-or-later
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Power } from "~/identity";
import { verifyFiles } from "~/documents/index.server";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { answerClaim } from "~/registry/claims/answer-claim.server";
import { askToSpeak } from "~/registry/claims/ask-to-speak.server";
import { openBroughtAct } from "~/registry/delegations/brought.server";
import { findAffiliation } from "~/registry/delegations/find-delegations.server";
import { broughtAct, broughtActs } from "~/registry/delegations/keep-act.server";
import { acceptInvitation } from "~/registry/invitations/accept-invitation.server";
import { findInvitation } from "~/registry/invitations/find-invitation.server";
import { InvitationAct } from "~/registry/invitations/invitation";
import { invitePerson } from "~/registry/invitations/invite-person.server";
import { peopleOf } from "~/registry/index.server";
import { asPerson } from "~/identity/index.server";
import { attachDelegation, listDelegations, openDelegation } from "~/registry/index.server";
import { backUp } from "~db/backup.server";
import { restore } from "~db/restore.server";
import { secretSentTo } from "~tests/identity/letters";
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

describe("an act that comes along in one step", () => {
  const delegation = () => new File([new Uint8Array(PDF)], "delega.pdf");

  test("with an invitation: it waits with it, and rests on the affiliation once it is accepted", async () => {
    const { world, manager, delegate, outsider, body } = await setting();
    const offer = { email: "invitata@test.example", capacity: "delegate" as const, roleLabel: "Referente", powers: ["read"] as Power[] };
    const { invitationId } = await invitePerson(manager.ctx, body.slug, offer, { file: delegation(), description: "Delega del 12 marzo", scan: null });
    const [brought] = await broughtActs(manager.ctx, invitationId);
    for (const { ctx } of [manager, delegate]) expect((await openBroughtAct(ctx, brought?.id ?? "")).bytes.equals(PDF)).toBe(true);
    for (const ctx of [outsider.ctx, world.nobody]) await expect(openBroughtAct(ctx, brought?.id ?? "")).rejects.toMatchObject({ kind: "missing" });
    const secret = await secretSentTo(world, offer.email);
    expect(await broughtAct(world.nobody, (await findInvitation(world.nobody, secret)).token.id)).toMatchObject({ description: "Delega del 12 marzo" });
    await acceptInvitation(world.nobody, secret, { label: "Invitata", password: "una frase lunga e segreta" });
    const entries = await listEntries(world.nobody, { limit: 20 });
    const documented = entries.find(({ act }) => act === "affiliation.documented");
    expect(documented).toMatchObject({ subjectId: body.id, data: { fileId: brought?.id, sha256: brought?.sha256 } });
    expect(entries.find(({ act }) => act === "invitation.sent")?.data).toMatchObject({ delegation: { fileId: brought?.id, sha256: brought?.sha256 } });
    const affiliationId = String(documented?.data.affiliationId);
    expect((await listDelegations(manager.ctx, body.slug, affiliationId)).map(({ description }) => description)).toEqual(["Delega del 12 marzo"]);
    expect((await findAffiliation(manager.ctx, body.slug, affiliationId)).held.evidence).toBe("Delega del 12 marzo");
  });

  test("with a request to speak for a body: who answers reads it, and it rests on what is accepted", async () => {
    const { world, manager, outsider, registry } = await setting();
    const held = await world.organisation("Eta", { fiscalCode: "97123450153" });
    const asking = asPerson(world.nobody, { id: (await world.person("Chi chiede")).id, label: "Chi chiede", administrator: false });
    const asked = { fiscalCode: "97123450153", capacity: "delegate" as const, roleLabel: "Referente", evidence: "Delega firmata dal presidente" };
    const wrong = await askToSpeak(asking, asked, { file: new File(["<svg/>"], "delega.pdf"), scan: null }).catch((told: { details: { fields?: object } }) => told.details.fields);
    expect(wrong).toEqual({ file: "web.file.refused.type" });
    const { claimId } = await askToSpeak(asking, asked, { file: delegation(), scan: null });
    const [brought] = await broughtActs(asking, claimId);
    for (const ctx of [asking, registry.ctx]) expect((await openBroughtAct(ctx, brought?.id ?? "")).file.name).toBe("delega.pdf");
    for (const { ctx } of [manager, outsider]) await expect(openBroughtAct(ctx, brought?.id ?? "")).rejects.toMatchObject({ kind: "missing" });
    await answerClaim(registry.ctx, claimId, { outcome: "accepted" });
    const [person] = await peopleOf(registry.ctx, held);
    expect((await listDelegations(registry.ctx, held.slug, person?.affiliationId ?? "")).map(({ description }) => description)).toEqual(["Delega firmata dal presidente"]);
  });

  test("a file without its description, or a description without its file, is told beside the field that lacks", () => {
    const why = (given: object) => InvitationAct.safeParse(given).error?.issues.map(({ path, message }) => [path.join(), message]);
    expect(why({ file: delegation(), description: "" })).toEqual([["description", "registry.delegation.descriptionMissing"]]);
    expect(why({ file: new File([], ""), description: "Delega del 12 marzo" })).toEqual([["file", "registry.delegation.fileMissing"]]);
    for (const nothing of [{ file: new File([], ""), description: "" }, {}]) expect(InvitationAct.parse(nothing)).toBeNull();
  });
});
