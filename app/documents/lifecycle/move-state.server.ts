// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { documentStateChanges, documents } from "~db/documents/schema";
import { newId } from "~db/id";
import type { DocumentRow } from "../access.server";
import { mayStep, type StepName, steps } from "./states";

/** Past tense of each step, as the register of acts tells it. */
const acts: Record<StepName, string> = {
  openConsultation: "document.consultationOpened",
  extendConsultation: "document.consultationExtended",
  closeConsultation: "document.consultationClosed",
  approve: "document.approved",
  supersede: "document.superseded",
};

export type Step = {
  name: StepName;
  reason: string | null;
  /** For the steps of a consultation: until when. */
  endsAt?: Date | undefined;
  /** For `supersede`: the document that takes its place. */
  supersededById?: string | undefined;
  /** Facts the register of acts keeps beside: fingerprints of a sealed text. Plain JSON, no personal data. */
  facts?: Record<string, unknown> | undefined;
};

/**
 * Takes a step of the machine inside the caller's transaction, or throws `conflict` with the reason. Asks nobody's
 * permission: the caller has (`mayGovern`). `document` is the row as this transaction sees it.
 */
export async function moveState(tx: Db, ctx: Ctx, document: DocumentRow, step: Step): Promise<{ seq: number; hash: string }> {
  const decision = mayStep(document, step.name, ctx.now);
  if (!decision.ok) throw problem("conflict", { because: decision.because, values: decision.values });
  const { to } = steps[step.name];
  const { id: documentId, state: from } = document;
  const endsAt = to === "consultation" ? (step.endsAt ?? null) : null;
  await tx.update(documents).set({ state: to, consultationEndsAt: endsAt, supersededById: step.supersededById ?? null }).where(eq(documents.id, documentId));
  await tx.insert(documentStateChanges).values({
    id: newId(), documentId, from, to, endsAt,
    at: ctx.now,
    personId: ctx.actor?.personId ?? null,
    organisationId: ctx.actor?.organisationId ?? null,
    reason: step.reason,
  });
  return record(tx, ctx, {
    act: acts[step.name],
    subject: { kind: "document", id: documentId },
    data: { documentId, from, to, endsAt: endsAt?.toISOString(), ...step.facts },
  });
}
