// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq, inArray } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { toRomeDay, truncateToSecond } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { applicationReceipts } from "~db/procedures/schema";
import { affiliations } from "~db/registry/schema";
import { accepted, type Folder, type PartnerRow } from "./application-rows.server";
import { type ApplicationPackage, canonicalText, type Receipt, receiptNumber } from "./package";
import { sha256 } from "./part-digest.server";

/** Freezes what is sent: canonical bytes, fingerprint and receipt under the next number of the year. Inside the transaction of the submission. */
export async function freezePackage(db: Db, ctx: Ctx, folder: Folder, projectContent: unknown): Promise<{ number: string; packageSha256: string; receiptSha256: string }> {
  const { application, dossier } = folder;
  const { procedure } = dossier;
  const { actor } = ctx;
  if (!actor?.affiliationId || !procedure.closesAt) throw problem("forbidden");
  const { year, sequence } = await nextNumber(db, ctx.now);
  const number = receiptNumber(year, sequence);
  const receivedAt = truncateToSecond(ctx.now);
  const bodies = accepted(folder.partners);
  const lead = bodies.find(({ role }) => role === "lead");
  if (!lead) throw problem("broken");
  const content: ApplicationPackage = {
    format: "concerto-application/1",
    number,
    receivedAt: receivedAt.toISOString(),
    procedure: { id: procedure.id, code: procedure.code, kind: procedure.kind, title: procedure.title, noticeVersion: dossier.notice.version, closesAt: procedure.closesAt.toISOString() },
    application: {
      id: application.id, title: application.title, lead: bodyOf(lead),
      submittedBy: { affiliationId: actor.affiliationId, capacity: actor.capacity, role: actor.roleLabel },
    },
    partners: await partsOf(db, bodies),
    budget: procedure.kind === "co_design" ? folder.budget : null,
    project: { documentId: application.documentId, content: projectContent, writtenBy: bodies.map(({ organisationId, name }) => ({ organisationId, name })) },
  };
  const packageText = canonicalText(content);
  const packageSha256 = sha256(packageText);
  const receipt: Receipt = {
    format: "concerto-receipt/1", number, receivedAt: content.receivedAt,
    procedure: { id: procedure.id, code: procedure.code, title: procedure.title },
    application: { id: application.id, title: application.title },
    lead: content.application.lead, packageSha256,
  };
  const receiptText = canonicalText(receipt);
  const receiptSha256 = sha256(receiptText);
  await db.insert(applicationReceipts).values({
    number, year, sequence, applicationId: application.id, procedureId: procedure.id, receivedAt, submittedByAffiliationId: actor.affiliationId,
    packageBytes: Buffer.from(packageText, "utf8"), packageSha256, receiptBytes: Buffer.from(receiptText, "utf8"), receiptSha256,
  });
  return { number, packageSha256, receiptSha256 };
}

const bodyOf = ({ organisationId, name, fiscalCode }: PartnerRow) => ({ id: organisationId, name, fiscalCode });

async function partsOf(db: Db, bodies: PartnerRow[]): Promise<ApplicationPackage["partners"]> {
  const ids = bodies.flatMap(({ confirmedByAffiliationId }) => confirmedByAffiliationId ?? []);
  const roles = new Map((await db.select({ id: affiliations.id, role: affiliations.roleLabel }).from(affiliations).where(inArray(affiliations.id, ids))).map(({ id, role }) => [id, role]));
  return bodies.map((body) => ({
    partnerId: body.id, body: bodyOf(body), role: body.role, share: body.share, declaration: body.declaration ?? "",
    confirmedAt: body.confirmedAt?.toISOString() ?? "", confirmedBy: roles.get(body.confirmedByAffiliationId ?? "") ?? "",
  }));
}

/** The next number of the year (Europe/Rome). One writer at a time, and a submission that fails takes no number: no gaps. */
async function nextNumber(db: Db, now: Date): Promise<{ year: number; sequence: number }> {
  const year = Number(toRomeDay(now).slice(0, 4));
  const last = one(await db.select({ sequence: applicationReceipts.sequence }).from(applicationReceipts).where(eq(applicationReceipts.year, year)).orderBy(desc(applicationReceipts.sequence)).limit(1));
  return { year, sequence: (last?.sequence ?? 0) + 1 };
}
