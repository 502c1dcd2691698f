// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { enrolmentWarning, wasEnrolled } from "~/registry";
import { findOrganisation, findOrganisations } from "~/registry/index.server";
import { dueChecks } from "~/registry/checks/due-checks.server";
import { recordCheck } from "~/registry/checks/record-check.server";
import { confirmImport } from "~/registry/import/confirm-import.server";
import { listRows } from "~/registry/import/export-list.server";
import { discardImport, uploadList } from "~/registry/import/lists.server";
import { previewImport } from "~/registry/import/preview.server";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { asCsv, asWorkbook } from "~/web/spreadsheet.server";
import { makeWorld, type World } from "~tests/harness";

const CODES = ["97123450153", "80143490581", "12345678903", "01199250158"] as const;
const day = (text: string) => new Date(`${text}T00:00:00+01:00`);

const bytes = (text: string) => new TextEncoder().encode(text);
const runts = (...lines: string[]) => bytes(["Denominazione;Codice fiscale;Repertorio;Sezione;Stato;Data stato;PEC", ...lines].join("\n"));

async function registryOffice(world: World) {
  const office = await world.organisation("Direzione", { kind: "directorate" });
  return (await world.voice(office.id, { capacity: "officer", powers: ["read", "write", "manage_registry"] })).ctx;
}

const upload = (ctx: Parameters<typeof uploadList>[0], file: Uint8Array, more: object = {}) =>
  uploadList(ctx, { list: "runts", listDate: "2026-03-01", ...more }, { name: "elenco.csv", bytes: file });

describe("importing a list of the RUNTS", () => {
  test("shows what is new, different and missing, and changes nothing until it is confirmed", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    await world.organisation("Quattro Lampioni", { fiscalCode: CODES[0], etsCategory: "social_enterprise", runtsSection: "d" });
    const gone = await world.organisation("Telefono di Carta", { fiscalCode: CODES[1], etsCategory: "odv", runtsSection: "a" });
    const file = runts(`Cooperativa Quattro Lampioni;${CODES[0]};77;D;Iscritto;;`, `Mani di Farina;${CODES[2]};78;Sez. B - promozione sociale;Iscritto;;farina@pec.example`, "Senza codice;;;;;;", `Doppione;${CODES[2]};;;;;`);
    const { importId } = await upload(ctx, file, { complete: true });
    const { groups, refused } = await previewImport({ ...ctx, locale: "it" }, importId);
    expect(groups?.counts).toEqual({ added: 1, changed: 1, same: 0, missing: 1, unclear: 0 });
    expect(groups?.changed[0]?.differences.map(({ field, to }) => [field, to])).toEqual([
      ["name", "Cooperativa Quattro Lampioni"],
      ["runtsNumber", "77"],
    ]);
    expect(refused.map(({ line, because }) => [line, because])).toEqual([
      [4, "registry.import.line.noCode"],
      [5, "registry.import.line.twice"],
    ]);
    expect((await findOrganisation(ctx, gone.id)).enrolment).toBeNull();

    expect(await confirmImport(ctx, importId, { added: true, changed: true, missing: true })).toEqual({ added: 1, changed: 1, missing: 1 });
    const lampioni = await findOrganisation(ctx, "quattro-lampioni");
    expect(lampioni).toMatchObject({ name: "Cooperativa Quattro Lampioni", source: "import", sourceDate: day("2026-03-01"), enrolment: "enrolled", checkedAt: world.now });
    expect(await findOrganisation(ctx, "mani-di-farina")).toMatchObject({ kind: "ets", etsCategory: "aps", pec: "farina@pec.example" });
    expect(enrolmentWarning(await findOrganisation(ctx, gone.id))).toEqual({ outcome: "not_found", from: world.now });
    expect(await verifyJournal(world.db.read)).toMatchObject({ ok: true });
  });

  test("does not add again a body that is closed here: its line waits for somebody to look", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    await world.organisation("Filo e Bottone", { fiscalCode: CODES[0], closedAt: world.now });
    const { importId } = await upload(ctx, runts(`Filo e Bottone;${CODES[0]};77;D;Iscritto;;`));
    expect((await previewImport({ ...ctx, locale: "it" }, importId)).groups?.counts).toEqual({ added: 0, changed: 0, same: 0, missing: 0, unclear: 1 });
    expect(await confirmImport(ctx, importId, { added: true })).toEqual({ added: 0, changed: 0, missing: 0 });
  });

  test("leaves as they are the lines that are excluded, and the groups not chosen", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    const kept = await world.organisation("Quattro Lampioni", { fiscalCode: CODES[0] });
    const { importId } = await upload(ctx, runts(`Altro nome;${CODES[0]};;;;;`, `Uno;${CODES[1]};;;;;`, `Due;${CODES[2]};;;;;`));
    expect(await confirmImport(ctx, importId, { added: true, except: ["3"] })).toEqual({ added: 1, changed: 0, missing: 0 });
    expect((await findOrganisation(ctx, kept.id)).name).toBe("Quattro Lampioni");
    expect((await findOrganisations(ctx, { testo: "Uno" })).total).toBe(0);
    await expect(confirmImport(ctx, importId, {})).rejects.toMatchObject({ kind: "conflict", details: { because: "registry.import.closed" } });
  });

  test("counts what changed since the preview as it is when it is confirmed", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    const { importId } = await upload(ctx, runts(`Mani di Farina;${CODES[2]};;;;;`));
    await world.organisation("Mani di Farina", { fiscalCode: CODES[2] });
    expect(await confirmImport(ctx, importId, { added: true, changed: true })).toMatchObject({ added: 0 });
    expect((await findOrganisations(ctx, { testo: "farina" })).total).toBe(1);
  });

  test("what it exports, as CSV and as a workbook, it reads back without a difference", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    await world.organisation("=Somma; \"e\" virgole, ODV", { fiscalCode: CODES[3], etsCategory: "odv", runtsSection: "a", runtsNumber: "5", art5Letters: ["a", "q"], territory: { scale: "district", districts: [4, 9] }, enrolment: "enrolled" });
    const rows = await listRows(ctx, "runts");
    for (const [name, file] of [["enti.csv", asCsv(rows)], ["enti.xlsx", await asWorkbook(rows, "Enti")]] as const) {
      const { importId } = await uploadList(ctx, { list: "runts", listDate: "2026-03-01", complete: true }, { name, bytes: new Uint8Array(file) });
      const { groups } = await previewImport({ ...ctx, locale: "it" }, importId);
      expect(groups?.counts, name).toEqual({ added: 0, changed: 0, same: 1, missing: 0, unclear: 0 });
    }
  });

  test.each([
    ["an empty file", bytes(""), "registry.import.file.empty"],
    ["a picture", new Uint8Array([0xff, 0xd8, 0x00, 0x10]), "registry.import.file.notASheet"],
    ["a broken archive", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), "registry.import.file.notASheet"],
    ["a sheet without codes", bytes("Nome,Colore\nUno,rosso"), "registry.import.file.columns"],
  ])("refuses %s with a reason beside the file", async (_what, file, because) => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    await expect(upload(ctx, file)).rejects.toMatchObject({ kind: "invalid", details: { fields: { file: because } } });
  });

  test("is for who keeps the registry alone", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    const body = await world.organisation("Ente");
    const { ctx: outsider } = await world.voice(body.id);
    const { importId } = await upload(ctx, runts(`Mani;${CODES[2]};;;;;`));
    await expect(upload(outsider, runts())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(previewImport({ ...outsider, locale: "it" }, importId)).rejects.toMatchObject({ kind: "missing" });
    await expect(confirmImport(outsider, importId, { added: true })).rejects.toMatchObject({ kind: "missing" });
    await expect(discardImport(world.nobody, importId)).rejects.toMatchObject({ kind: "missing" });
    await discardImport(ctx, importId);
    expect((await listEntries(ctx, { limit: 1 }))[0]?.act).toBe("registry_import.discarded");
  });
});

describe("importing a list of IndicePA", () => {
  test("knows public bodies by their IPA code and takes the certified mail of the five", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    const file = bytes(
      ["Codice_IPA\tDenominazione_ente\tCodice_fiscale_ente\tTipologia\tMail1\tTipo_Mail1\tMail2\tTipo_Mail2", `asl_mi\tATS Citta Metropolitana\t${CODES[0]}\tL7\tinfo@ats.example\taltro\tprotocollo@pec.ats.example\tpec`, `c_x\tComune di Altrove\t${CODES[1]}\tL6\t\t\t\t`].join("\n"),
    );
    const { importId } = await uploadList(ctx, { list: "ipa", listDate: "2026-03-01" }, { name: "enti.txt", bytes: file });
    expect(await confirmImport(ctx, importId, { added: true })).toEqual({ added: 1, changed: 0, missing: 0 });
    expect((await findOrganisations(ctx, { testo: "ATS" })).rows[0]).toMatchObject({ kind: "health_agency", ipaCode: "asl_mi", pec: "protocollo@pec.ats.example" });
  });
});

describe("looking bodies up again in the RUNTS", () => {
  test("puts first who was never looked up, and takes out who was just looked up", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    const old = await world.organisation("Vecchia verifica", { checkedAt: day("2025-01-01") });
    const never = await world.organisation("Mai verificato");
    await world.organisation("Appena verificato", { checkedAt: world.now });
    expect((await dueChecks(ctx, 1)).rows.map(({ id }) => id)).toEqual([never.id, old.id]);
    await recordCheck(ctx, { organisationId: old.id, outcome: "enrolled" });
    expect((await dueChecks(ctx, 1)).rows.map(({ id }) => id)).toEqual([never.id]);
  });

  test("a body that is removed keeps what it did before, and is flagged from then on", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    const body = await world.organisation("Epsilon");
    await expect(recordCheck(ctx, { organisationId: body.id, outcome: "cancelled", since: "2026-02-20" })).rejects.toMatchObject({ details: { fields: { note: "registry.checks.noteNeeded" } } });
    await recordCheck(ctx, { organisationId: body.id, outcome: "cancelled", since: "2026-02-20", note: "Consultazione pubblica" });
    const now = await findOrganisation(ctx, body.id);
    expect(enrolmentWarning(now)).toEqual({ outcome: "cancelled", from: day("2026-02-20") });
    expect([wasEnrolled(now, day("2026-02-19")), wasEnrolled(now, day("2026-02-20"))]).toEqual([true, false]);
  });

  test("is not for the body itself, nor for bodies that are not of the third sector", async () => {
    const world = await makeWorld();
    const ctx = await registryOffice(world);
    const body = await world.organisation("Epsilon");
    const { ctx: own } = await world.voice(body.id, { powers: ["manage_members"] });
    await expect(recordCheck(own, { organisationId: body.id, outcome: "enrolled" })).rejects.toMatchObject({ kind: "forbidden" });
    const office = await world.organisation("Prefettura", { kind: "state_office" });
    await expect(recordCheck(ctx, { organisationId: office.id, outcome: "enrolled" })).rejects.toMatchObject({ kind: "conflict" });
  });
});
