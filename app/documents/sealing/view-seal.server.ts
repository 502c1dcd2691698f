// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentCorrections } from "~db/documents/seals";
import { documentHead } from "../document-head.server";
import { mayGovern } from "../policy";
import { sealHealth } from "./seal-health.server";
import { correctionBy, sealOf } from "./seal-rows.server";

/** The seal of a document and whether it is whole, for whoever may read the document; `missing` when there is none. */
export async function viewSeal(ctx: Ctx, documentId: string) {
  const { row, position, head } = await documentHead(ctx, documentId);
  const seal = await sealOf(ctx.db.read, documentId);
  if (!seal) throw problem("missing");
  const { at, organisationName, protocol, textSha256, recordSha256, pdfSha256, journalSeq } = seal;
  const next = one(await ctx.db.read.select({ id: documentCorrections.documentId }).from(documentCorrections).where(eq(documentCorrections.correctsId, documentId)));
  return {
    head,
    seal: { at, organisationName, protocol, textSha256, recordSha256, pdfSha256, journalSeq },
    broken: await sealHealth(ctx.db, seal),
    corrects: (await correctionBy(ctx.db.read, documentId))?.correctsId ?? null,
    supersededById: row.supersededById,
    correction: next?.id ?? null,
    mayCorrect: row.state === "approved" && !next && mayGovern(ctx.actor, row, position).ok,
  };
}

/** The bytes of a sealed file. Refused with `conflict` while anything about the seal does not agree. */
export async function readSealedFile(ctx: Ctx, documentId: string, file: "pdf" | "record"): Promise<Buffer> {
  await documentHead(ctx, documentId);
  const seal = await sealOf(ctx.db.read, documentId);
  if (!seal) throw problem("missing");
  if ((await sealHealth(ctx.db, seal)).length > 0) throw problem("conflict", { because: "sealing.broken.refused" });
  return ctx.db.files.readFile(file === "pdf" ? seal.pdfSha256 : seal.recordSha256);
}
