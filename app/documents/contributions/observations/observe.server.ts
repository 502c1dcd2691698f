// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq, max } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { observations } from "~db/documents/contributions";
import { newId } from "~db/id";
import { findDocument } from "../../access.server";
import { readDocumentContent } from "../../content.server";
import { sectionsOf } from "../sections";
import { mayObserve } from "../policy";
import { speaker } from "../speaker";

/** A body puts a numbered observation on a document, or on a section of it (the block id of its heading). */
export async function observe(ctx: Ctx, { documentId, section, text }: { documentId: string; section: string; text: string }): Promise<{ id: string; number: number }> {
  const author = speaker(signedIn(ctx));
  const id = newId();
  let number = 1;
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayObserve(ctx.actor, document, position));
    const about = section === "" ? null : sectionsOf((await readDocumentContent(ctx, documentId)).json).find((each) => each.id === section);
    if (about === undefined) throw problem("conflict", { because: "contributions.observation.sectionGone" });
    number = (one(await tx.select({ last: max(observations.number) }).from(observations).where(eq(observations.documentId, documentId)))?.last ?? 0) + 1;
    await tx.insert(observations).values({ id, documentId, ...author, at: ctx.now, number, sectionId: about?.id ?? null, sectionTitle: about?.title ?? null, text });
    await record(tx, ctx, { act: "observation.made", subject: { kind: "observation", id }, data: { documentId, number } });
  });
  return { id, number };
}
