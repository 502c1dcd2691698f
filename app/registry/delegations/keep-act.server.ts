// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { type Scan, takeFile, type TakenFile } from "~/web/files/take-file.server";
import { signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { affiliationFiles } from "~db/registry/schema";

/** An act whose bytes are kept, on its way into the row that will name it. */
export type TakenAct = TakenFile & { description: string };

/** Looks at the file of an act and keeps its bytes; to be called before the transaction. `invalid` beside `file` when it is not taken (see `takeFile`). */
export async function takeAct(ctx: Pick<Ctx, "db">, { file, description }: { file: File; description: string }, scan: Scan): Promise<TakenAct> {
  return { ...(await takeFile(ctx.db.files, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, scan)), description };
}

/** The row of an act, as every table of acts has it. */
export const actRow = (ctx: Ctx, act: TakenAct) => ({ id: newId(), ...act, personId: signedIn(ctx).personId, at: ctx.now });

/** What the journal keeps of an act: its fingerprint and size, never its words nor the name of its file. */
export const actInJournal = ({ sha256, size, mediaType, scanned }: Pick<TakenAct, "sha256" | "size" | "mediaType" | "scanned">) => ({ sha256, size, mediaType, scanned });

/** Keeps an act that comes with an invitation, or with a request to speak for a body, until that is answered. */
export async function bringAct(db: Db, ctx: Ctx, broughtBy: string, act: TakenAct): Promise<{ fileId: string; sha256: string }> {
  const row = actRow(ctx, act);
  await db.insert(affiliationFiles).values({ ...row, affiliationId: null, broughtBy });
  return { fileId: row.id, ...actInJournal(act) };
}

/** The acts that came with an invitation, or with a request: who may read those may read these. */
export async function broughtActs(ctx: Pick<Ctx, "db">, broughtBy: string): Promise<(typeof affiliationFiles.$inferSelect)[]> {
  return ctx.db.read.select().from(affiliationFiles).where(eq(affiliationFiles.broughtBy, broughtBy));
}

/** The act that came with an invitation or a request, as a page names it. */
export async function broughtAct(ctx: Pick<Ctx, "db">, broughtBy: string): Promise<{ to: string; description: string; sha256: string } | null> {
  const [act] = await broughtActs(ctx, broughtBy);
  return act ? { to: paths.broughtAct(act.id), description: act.description, sha256: act.sha256 } : null;
}

/** The acts that came with an invitation, or with a request, rest on the affiliation that came of it. */
export async function settleActs(db: Db, ctx: Ctx, broughtBy: string, to: { organisationId: string; affiliationId: string }): Promise<void> {
  const settled = await db
    .update(affiliationFiles)
    .set({ affiliationId: to.affiliationId })
    .where(and(eq(affiliationFiles.broughtBy, broughtBy), isNull(affiliationFiles.affiliationId)))
    .returning();
  for (const file of settled) {
    await record(db, ctx, { act: "affiliation.documented", subject: { kind: "organisation", id: to.organisationId }, data: { affiliationId: to.affiliationId, fileId: file.id, ...actInJournal(file) } });
  }
}
