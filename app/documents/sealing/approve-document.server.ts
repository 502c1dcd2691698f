// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import type { LiveTexts } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { documentSeals } from "~db/documents/seals";
import { findDocument } from "../access.server";
import { attributionAt } from "../attribution/attribution-at.server";
import { makeFile } from "../export/press.server";
import { moveState } from "../lifecycle/move-state.server";
import { mayStep } from "../lifecycle/states";
import { mayGovern } from "../policy";
import { preparedFrom } from "../versions/prepare-version.server";
import { storeVersion } from "../versions/store-version.server";
import { obstacles } from "./obstacles.server";
import { canonicalRecord, type SealedRecord } from "./record";
import { correctionBy } from "./seal-rows.server";
import { recordOf, sealedPaper } from "./sealed-paper.server";
import { supersedeCorrected } from "./supersede-corrected.server";

/** People wait with what they type while the text is held still. */
const LONGEST_PDF_MS = 30_000;

type Approval = {
  documentId: string;
  reason: string;
  protocol: string | null;
  comune: string;
  origin: string;
  /** The domain that governs the document (its `governedBy`): its own lock does not stand in the way. */
  governor?: string;
  /** A rule approves, and nobody: said in words on the paper. Only for the clock, with a governor. */
  byRule?: string;
};

/**
 * Approves the text exactly as stored at one instant: version, PDF/A and record are kept and the register of acts repeats
 * their fingerprints, all or nothing. While it lasts nobody's writing is taken; afterwards what came late is kept aside.
 * Throws `conflict` with the reason (something is open, the PDF could not be made): then writing goes on.
 */
export async function approveDocument(ctx: Ctx, texts: Pick<LiveTexts, "whileStill" | "ping">, approval: Approval): Promise<{ recordSha256: string; pdfSha256: string }> {
  const { documentId } = approval;
  await mayApproveNow(ctx, approval);
  // worked out as far as it goes now, so that people wait only for what is written in the meantime
  await attributionAt(ctx, documentId);
  const sealed = await texts.whileStill(documentId, async ({ state, seq }) => {
    const prepared = await preparedFrom(ctx, documentId, seq, [state]);
    const content = JSON.parse(prepared.text) as JSONContent;
    const open = await obstacles(ctx, documentId, content);
    if (open.length > 0) throw problem("conflict", { because: "sealing.stillOpen", values: { count: open.length } });
    const document = await mayApproveNow(ctx, approval);
    const record = await recordOf(ctx, document, { ...approval, prepared, content });
    const { recordSha256, pdfSha256 } = await keepFiles(ctx, record, approval.origin);
    await ctx.db.tx(async (tx) => {
      const now = await mayApproveNow(ctx, approval);
      if (now.title !== document.title) throw problem("conflict", { because: "sealing.changedMeanwhile" });
      const { id: versionId } = await storeVersion(tx, ctx, prepared, { kind: "sealed", cause: "state", reason: approval.reason });
      const facts = { textSha256: prepared.sha256, recordSha256, pdfSha256, textSeq: seq };
      const act = await moveState(tx, ctx, now, { name: "approve", reason: approval.reason, facts });
      await tx.update(documents).set({ lockedAt: ctx.now, lockedReason: "documents.access.approved" }).where(eq(documents.id, documentId));
      await tx.insert(documentSeals).values({
        versionId, documentId, recordSha256, pdfSha256,
        at: ctx.now,
        personId: ctx.actor?.personId ?? null,
        organisationId: ctx.actor?.organisationId ?? null,
        organisationName: record.sealedBy.organisation,
        protocol: approval.protocol,
        textSha256: prepared.sha256,
        journalSeq: act.seq,
      });
      const corrected = await correctionBy(tx, documentId);
      if (corrected) await supersedeCorrected(tx, ctx, corrected);
    });
    return { recordSha256, pdfSha256 };
  });
  texts.ping(documentId, "state");
  return sealed;
}

/** The document as it is now, or the reason why the actor cannot approve it now. */
async function mayApproveNow(ctx: Ctx, { documentId, governor, byRule }: Approval) {
  const found = byRule && governor ? await ruledDocument(ctx, documentId) : await findDocument(ctx, documentId);
  const own = governor !== undefined && found.document.governedBy === governor;
  const document = own ? { ...found.document, lockedAt: null, governedBy: null } : found.document;
  if (found.position) enforce(mayGovern(ctx.actor, document, found.position));
  else if (!own) throw problem("forbidden");
  const decision = mayStep(document, "approve", ctx.now);
  if (!decision.ok) throw problem("conflict", decision);
  return document;
}

async function ruledDocument(ctx: Ctx, documentId: string) {
  const document = one(await ctx.db.read.select().from(documents).where(eq(documents.id, documentId)));
  if (!document) throw problem("missing");
  return { document, position: null };
}

/** Before the transaction whose rows name them: a file without a row harms nobody, a row without a file does. */
async function keepFiles(ctx: Ctx, record: SealedRecord, origin: string): Promise<{ recordSha256: string; pdfSha256: string }> {
  const text = canonicalRecord(record);
  const kept = await ctx.db.files.putFile(Buffer.from(text, "utf8"));
  const paper = await sealedPaper(ctx, record, { source: text, recordSha256: kept.sha256, origin });
  const pdf = await makeFile(paper, "pdf", { longest: LONGEST_PDF_MS, waitedFor: true }).catch((failure: unknown) => {
    throw problem("conflict", { because: "sealing.noPdf", values: { why: (failure as Error).message.slice(0, 200) } });
  });
  return { recordSha256: kept.sha256, pdfSha256: (await ctx.db.files.putFile(pdf)).sha256 };
}
