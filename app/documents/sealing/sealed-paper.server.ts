// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import { translate } from "~/web/translate.server";
import { one } from "~db/client.server";
import { organisations } from "~db/registry/schema";
import type { DocumentRow } from "../access.server";
import { paperFrom, tableName } from "../export/gather-paper.server";
import type { Paper } from "../export/paper";
import type { PreparedVersion } from "../versions/prepare-version.server";
import type { SealedRecord } from "./record";
import { correctionBy } from "./seal-rows.server";

type Facts = { reason: string; protocol: string | null; comune: string; byRule?: string; prepared: PreparedVersion; content: JSONContent };

/** Official papers are in Italian, whatever the language of the screen. */
const LANGUAGE = "it";

/** All that is sealed with a text. */
export async function recordOf(ctx: Ctx, document: DocumentRow, { reason, protocol, comune, byRule, prepared, content }: Facts): Promise<SealedRecord> {
  const { actor } = ctx;
  const correction = await correctionBy(ctx.db.read, document.id);
  const { id, title, template } = document;
  return {
    format: "concerto-sealed-document/1",
    document: { id, title, template, comune, table: await tableName(ctx, document) },
    seq: prepared.seq,
    sealedAt: ctx.now.toISOString(),
    sealedBy: { organisationId: actor?.organisationId ?? null, organisation: byRule ?? (await nameOfBody(ctx)), capacity: actor?.capacity ?? "", role: actor?.roleLabel ?? null },
    reason,
    protocol,
    textSha256: prepared.sha256,
    corrects: correction ? { documentId: correction.correctsId, recordSha256: correction.recordSha256, reason: correction.reason } : null,
    content,
  };
}

/** The paper of a sealed text: says by whom and when, and how anybody checks it. */
export async function sealedPaper(ctx: Ctx, record: SealedRecord, { source, recordSha256, origin }: { source: string; recordSha256: string; origin: string }): Promise<Paper> {
  const say = (key: string, values?: Record<string, string>) => translate(LANGUAGE, key, values);
  const at = new Date(record.sealedAt);
  return {
    ...(await paperFrom({ ctx, documentId: record.document.id, content: record.content, say })),
    lang: LANGUAGE,
    comune: record.document.comune,
    table: record.document.table,
    title: record.document.title,
    state: say("documents.state.approved"),
    date: formatInstant(at, LANGUAGE),
    instant: record.sealedAt,
    protocol: record.protocol,
    notes: [
      say("sealing.paper.by", { body: record.sealedBy.organisation, reason: record.reason }),
      ...(record.corrects ? [say("sealing.paper.corrects", { sha256: record.corrects.recordSha256, reason: record.corrects.reason })] : []),
      say("sealing.paper.check", { address: `${origin}${paths.verify()}`, sha256: recordSha256 }),
    ],
    authors: [record.sealedBy.organisation],
    source,
  };
}

async function nameOfBody({ actor, db }: Ctx): Promise<string> {
  if (!actor?.organisationId) return "";
  return one(await db.read.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, actor.organisationId)))?.name ?? "";
}
