// SPDX-License-Identifier: AGPL-3.0-or-later
/** A document that leaves as a file, is edited in Word, and comes back. */
import type { JSONContent } from "@tiptap/core";
import { gatherPaper } from "~/documents/export/gather-paper.server";
import { makePaper } from "~/documents/export/make-paper.server";
import type { Format } from "~/documents/export/paper";
import { examineImport } from "~/documents/import/examine-import";
import { confirmProposal } from "~/documents/import/proposal/confirm-proposal.server";
import { viewProposal } from "~/documents/import/proposal/view-proposal.server";
import { findJob } from "~/documents/jobs/find-job.server";
import { startJob } from "~/documents/jobs/start-job.server";
import { rewriteText } from "~/documents/schema/shared-text";
import { openBackground } from "~/web/background";
import type { Voice } from "~tests/harness";
import * as Y from "yjs";
import { consultation } from "../suggested/stage";

export async function wordDesk(content: JSONContent[]) {
  const stage = await consultation();
  const { hub, lead, documentId, shared } = stage;
  const background = openBackground((failure) => {
    throw failure;
  });

  /** The lead writes the whole text anew. */
  async function write(blocks: JSONContent[]): Promise<void> {
    const doc = await shared();
    let update: Uint8Array = new Uint8Array();
    doc.on("update", (bytes: Uint8Array) => (update = update.length ? Y.mergeUpdates([update, bytes]) : bytes));
    rewriteText(doc, { type: "doc", content: blocks });
    await hub.submit(documentId, { personId: lead.personId, organisationId: lead.organisationId, sessionId: null }, update);
  }
  await write(content);

  const exported = async ({ ctx }: Voice, format: Format = "docx") =>
    (await makePaper(await gatherPaper(ctx, { documentId, wish: { appendices: [], protocol: "PG 7/2026", version: undefined }, comune: "Comune" }), format)).bytes;

  /** Uploads a file; what would be proposed, or why it was not read. */
  async function sent({ ctx }: Voice, bytes: Uint8Array, name = "proposta.docx") {
    const examined = await examineImport(bytes, name);
    if (!examined.ok) throw new Error(examined.because);
    const { id } = await startJob(ctx, { background, scan: null }, { kind: "proposal", documentId, title: "Linee guida", wish: { format: examined.format }, incoming: { name, type: "", bytes: examined.bytes } });
    await background.ended(id, 60_000);
    const job = await findJob(ctx, id);
    if (job.state !== "done") throw new Error(job.because ?? job.state);
    const view = () => viewProposal(ctx, { documentId, jobId: id });
    return { id, view, ...(await view()), confirm: () => confirmProposal(ctx, hub, { documentId, jobId: id }) };
  }
  return { ...stage, write, exported, sent };
}
