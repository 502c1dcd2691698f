// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { changeVisibility } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentSeals } from "~db/documents/seals";
import { minutes } from "~db/meetings/minutes";
import { meetings } from "~db/meetings/schema";
import { workingTables } from "~db/tables/schema";
import { recordOf } from "./circulate-minutes.server";
import { type Extract, extractOf, findingsInText } from "./extract.server";
import { findMinutes } from "./find-minutes.server";
import { GOVERNOR, PublishInput } from "./minutes";
import type { Finding } from "./personal-data";
import { publish as mayPublish } from "./policy";

/** What would be published whole or in extract, and what the detector finds in either: for who decides. */
export async function beforePublishing(ctx: Ctx, found: Awaited<ReturnType<typeof findMinutes>>): Promise<{ full: Finding[]; extract: Finding[]; preview: Extract }> {
  const { extract: preview, findings } = await extractOf(ctx, found);
  return { full: await findingsInText(ctx, { meeting: found.meeting, documentId: found.minutes.documentId }), extract: findings, preview };
}

/**
 * Decides, once, what the city reads of sealed minutes: the whole text, an extract by bodies, or nothing; with the reason. What the detector
 * finds stops it until somebody has looked.
 */
export async function publishMinutes(ctx: Ctx, minutesId: string, form: FormData | z.input<typeof PublishInput>): Promise<void> {
  const actor = signedIn(ctx);
  const found = await findMinutes(ctx, minutesId);
  enforce(mayPublish(actor, found.table, found.standing, found.minutes, null));
  const { publication, reason, reviewed } = parse(PublishInput, form);
  enforce(mayPublish(actor, found.table, found.standing, found.minutes, publication));
  const { full, extract, preview } = await beforePublishing(ctx, found);
  const findings = publication === "full" ? full : publication === "extract" ? extract : [];
  if (findings.length > 0 && !reviewed) throw problem("conflict", { because: "meetings.minutes.publish.mustReview", values: { count: findings.length } });
  await ctx.db.tx(async (db) => {
    const now = await findMinutes(ctx, minutesId, db);
    enforce(mayPublish(actor, now.table, now.standing, now.minutes, publication));
    if (publication === "full") await changeVisibility(ctx, { documentId: now.minutes.documentId, visibility: "public", governor: GOVERNOR });
    await db.update(minutes).set({ publication, publishedAt: ctx.now, publicationReason: reason, extract: publication === "extract" ? preview : null }).where(eq(minutes.id, minutesId));
    await recordOf(ctx, db, now, publication === "none" ? "minutes.keptReserved" : "minutes.published", { publication, findings: findings.length });
  });
}

const shown = ["full", "extract"] as const;

/** What everybody may read: the minutes of a table that were published, the last session first. */
export async function publishedMinutes(ctx: Pick<Ctx, "db">, tableId: string) {
  return ctx.db.read
    .select({ id: minutes.id, publication: minutes.publication, publishedAt: minutes.publishedAt, documentId: minutes.documentId, startsAt: meetings.startsAt, title: meetings.title })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .where(and(eq(meetings.tableId, tableId), inArray(minutes.publication, [...shown]), isNotNull(minutes.publishedAt)))
    .orderBy(desc(meetings.startsAt), desc(minutes.begunAt));
}

/** Published minutes, for everybody; `missing` for those that are not. */
export async function readPublished(ctx: Pick<Ctx, "db">, id: string) {
  const found = one(
    await ctx.db.read
      .select({ minutes, meeting: meetings, table: workingTables, seal: documentSeals })
      .from(minutes)
      .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
      .innerJoin(workingTables, eq(workingTables.id, meetings.tableId))
      .leftJoin(documentSeals, eq(documentSeals.documentId, minutes.documentId))
      .where(and(eq(minutes.id, id), inArray(minutes.publication, [...shown]), isNotNull(minutes.publishedAt))),
  );
  if (!found) throw problem("missing");
  return { ...found, extract: found.minutes.extract as Extract | null };
}
