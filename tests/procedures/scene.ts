// SPDX-License-Identifier: AGPL-3.0-or-later
/** A Direzione with an open co-design notice, a lead and a partner: what most tests of applications begin from. */
import { eq } from "drizzle-orm";
import { powers } from "~/identity";
import {
  answerInvitation, confirmPart, invitePartner, type publishNotice, publishNotice as publish, saveBudget, saveNotice, startApplication, startProcedure,
} from "~/procedures/index.server";
import { emptyNotice, type NoticeContent } from "~/procedures";
import type { BudgetRows } from "~/procedures/budget-form";
import { readDocumentContent } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { parseRomeLocal } from "~/web/time";
import { one } from "~db/client.server";
import { applicationPartners, applications } from "~db/procedures/schema";
import { storeText } from "./write-text";
import { makeWorld, type Voice } from "~tests/harness";

export type Scene = Awaited<ReturnType<typeof makeScene>>;
export type PublishNotice = typeof publishNotice;

/** The same person at another instant. */
export const at = (ctx: Ctx, now: Date): Ctx => ({ ...ctx, now });

/** A complete notice in its own words; the term in Europe/Rome. */
export function notice(more: Partial<NoticeContent> = {}, closes = "2026-04-10T12:00:00"): NoticeContent {
  return {
    ...emptyNotice(),
    startActNumber: "123", startActDate: "2026-03-01", programmingAct: "Piano di sviluppo del welfare", purpose: "Restare nella propria casa",
    object: "Servizi leggeri di quartiere", alreadyDecided: "Due quartieri e due anni", openToDesign: "Quali servizi e con chi", whoCanTakePart: "Enti singoli o insieme",
    requirements: "Iscrizione al RUNTS", letters: ["a"], publicResources: [{ source: "Fondo comunale", year: 2026, cents: 30_000_000 }],
    opensAt: parseRomeLocal("2026-03-10T10:00:00")!.toISOString(), closesAt: parseRomeLocal(closes)!.toISOString(),
    questionsUntil: parseRomeLocal("2026-03-20T12:00:00")!.toISOString(), officer: "Responsabile del procedimento", contactPec: "direzione@pec.example",
    ...more,
  };
}

export const officerPowers = powers.filter((power) => ["read", "write", "manage_procedures"].includes(power));

export async function makeScene(options: { content?: Partial<NoticeContent>; closes?: string; kind?: "co_design" | "co_programming"; now?: Date } = {}) {
  const world = await makeWorld({ now: options.now ?? new Date("2026-03-10T09:00:00Z") });
  const direction = await world.organisation("Direzione di prova", { kind: "directorate" });
  const otherDirection = await world.organisation("Altra direzione", { kind: "directorate" });
  const [alfa, beta, gamma] = [await world.organisation("Alfa"), await world.organisation("Beta"), await world.organisation("Gamma")];
  const table = await world.table("Tavolo di prova");
  const officer = await world.voice(direction.id, { label: "Responsabile", capacity: "procedure_officer", powers: officerPowers });
  const otherOfficer = await world.voice(otherDirection.id, { label: "Altro ufficio", capacity: "procedure_officer", powers: officerPowers });
  const lead = await world.voice(alfa.id, { label: "Rappresentante Alfa", capacity: "legal_representative" });
  const partner = await world.voice(beta.id, { label: "Referente Beta" });
  const stranger = await world.voice(gamma.id, { label: "Referente Gamma" });
  const admin = await world.administrator();

  const kind = options.kind ?? "co_design";
  const procedureId = await startProcedure(officer.ctx, { kind, title: "Vivere a casa", tableId: table.id });
  await saveNotice(officer.ctx, { procedureId, content: notice(options.content, options.closes) });
  await publish(officer.ctx, { procedureId });
  return { world, db: world.db, direction, alfa, beta, gamma, table, officer, otherOfficer, lead, partner, stranger, admin, procedureId, kind };
}

/** A balanced plan: the lead spends 60 from the notice, the partner 40 of which 10 of its own. */
export const balanced = (lead: string, partner: string): BudgetRows => ({
  costs: [
    { partner: lead, action: "Portineria", category: "STAFF", year: "2026", class: "PUBLIC_CASH", amount: "60.000,00" },
    { partner: partner, action: "Trasporto", category: "EQUIPMENT", year: "2026", class: "PUBLIC_CASH", amount: "30.000,00" },
    { partner: partner, action: "Coordinamento", category: "STAFF", year: "2026", class: "ETS_CASH", amount: "10.000,00" },
  ],
  resources: [
    { partner: lead, class: "PUBLIC_CASH", source: "Fondo comunale", year: "2026", amount: "60.000,00" },
    { partner: partner, class: "PUBLIC_CASH", source: "Fondo comunale", year: "2026", amount: "30.000,00" },
    { partner: partner, class: "ETS_CASH", source: "Raccolta fondi", year: "2026", amount: "10.000,00" },
  ],
});

/** An application of the lead, accepted by the partner, with text of both and nothing left to do but sending. */
export async function readyApplication(scene: Scene, more: { lead?: Voice; partner?: Voice | null; title?: string } = {}) {
  const { lead, partner } = { lead: more.lead ?? scene.lead, partner: more.partner === undefined ? scene.partner : more.partner };
  const id = await startApplication(lead.ctx, { procedureId: scene.procedureId, title: more.title ?? "Portineria sociale" });
  if (partner) {
    await invitePartner(lead.ctx, { applicationId: id, body: await nameOf(scene, partner) });
    await answerInvitation(partner.ctx, { applicationId: id, accept: true });
  }
  const documentId = await documentOf(scene, id);
  await storeText(scene.db, documentId, lead, "Parole del capofila.");
  if (partner) await storeText(scene.db, documentId, partner, "Parole del partner.");
  if (scene.kind === "co_design") {
    const [own, other] = [await partIdOf(scene, id, lead), partner ? await partIdOf(scene, id, partner) : await partIdOf(scene, id, lead)];
    await saveBudget(lead.ctx, { applicationId: id, version: 0, rows: balanced(own, other) });
  }
  await confirmPart(lead.ctx, { applicationId: id, share: partner ? "60" : "100", declared: true });
  if (partner) await confirmPart(partner.ctx, { applicationId: id, share: "40,00", declared: true });
  return { id, documentId };
}

export async function documentOf({ db }: Pick<Scene, "db">, applicationId: string): Promise<string> {
  return one(await db.read.select({ id: applications.documentId }).from(applications).where(eq(applications.id, applicationId)))!.id;
}

export async function partIdOf({ db }: Pick<Scene, "db">, applicationId: string, voice: Voice): Promise<string> {
  const rows = await db.read.select().from(applicationPartners).where(eq(applicationPartners.applicationId, applicationId));
  return rows.filter(({ organisationId, state }) => organisationId === voice.organisationId && state !== "left").at(-1)!.id;
}

async function nameOf(scene: Scene, voice: Voice): Promise<string> {
  return [scene.alfa, scene.beta, scene.gamma].find(({ id }) => id === voice.organisationId)!.name;
}

export const textOf = async (scene: Pick<Scene, "db">, documentId: string) => (await readDocumentContent({ db: scene.db }, documentId)).text;
