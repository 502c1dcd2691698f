// SPDX-License-Identifier: AGPL-3.0-or-later
/** A table with a document and everybody who may stand around it. */
import { eq } from "drizzle-orm";
import { createDocument } from "~/documents/index.server";
import type { Block } from "~/documents";
import type { DocumentState } from "~/documents";
import { type Power, powers as everyPower } from "~/identity";
import { documents } from "~db/documents/schema";
import { expect } from "vitest";
import { makeWorld, TODAY } from "~tests/harness";

export const YESTERDAY = new Date(TODAY.getTime() - 86_400_000);
export const later = (days: number) => new Date(TODAY.getTime() + days * 86_400_000);

export const refusal = (because: string) => expect.objectContaining({ details: expect.objectContaining({ because }) });
export const kind = (name: string) => expect.objectContaining({ kind: name });

export const twoSections: Block[] = [
  { type: "heading", level: 2, text: "Bisogni" },
  { type: "paragraph", text: "Le famiglie chiedono orari più lunghi." },
  { type: "heading", level: 2, text: "Proposte" },
  { type: "paragraph", text: "Il centro apre anche il sabato mattina." },
];

export async function discussion(more: { state?: DocumentState; visibility?: "table" | "public"; blocks?: Block[] } = {}) {
  const world = await makeWorld();
  const body = async (name: string, powers?: readonly Power[]) => world.voice((await world.organisation(name)).id, { label: `Referente ${name}`, ...(powers && { powers }) });
  const table = await world.table("Tavolo disabilità");
  const [lead, member, second, observer, retired, unnamed, stranger] = [
    await body("Direzione"), await body("Cooperativa"), await body("Consorzio"), await body("Ateneo"), await body("Ex membro"), await body("Senza mandato"), await body("Estranea"),
  ];
  const mute = await body("Sola lettura", ["read"]);
  await world.seat(table.id, lead.organisationId, { role: "coordinator", voices: [lead] });
  for (const voice of [member, second]) await world.seat(table.id, voice.organisationId, { voices: [voice] });
  await world.seat(table.id, observer.organisationId, { role: "observer", voices: [observer] });
  await world.seat(table.id, retired.organisationId, { voices: [retired], mandateTo: YESTERDAY });
  await world.seat(table.id, unnamed.organisationId);
  const { id: documentId } = await createDocument(lead.ctx, { title: "Linee guida", template: "blocks", blocks: more.blocks ?? twoSections, table, visibility: more.visibility ?? "table" });
  const become = (state: DocumentState) => world.db.tx((tx) => tx.update(documents).set({ state }).where(eq(documents.id, documentId)));
  if (more.state) await become(more.state);
  return { ...world, everyPower, table, documentId, become, lead, member, second, observer, retired, unnamed, stranger, mute };
}
