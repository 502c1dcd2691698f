// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Actor } from "~/identity";
import { type Database, one } from "~db/client.server";
import { documents } from "~db/documents/schema";
import type { Admission } from "~realtime/index.server";
import { positionAt } from "./access.server";
import { accessTo, mayFollow } from "./policy";

/** The answer of the page's own rule, in the words of the realtime server. Who reads a text only because it is public stays outside. */
export async function admitToDocument(db: Database, actor: Actor | null, documentId: string, at: Date): Promise<Admission> {
  if (!actor) return { ok: false, code: 4401, reason: "sign in" };
  const document = one(await db.read.select().from(documents).where(eq(documents.id, documentId)));
  if (!document) return { ok: false, code: 4404, reason: "no such document" };
  const position = await positionAt(db.read, actor, document, at);
  const found = accessTo(actor, document, position);
  if (found.access === "none" || !mayFollow(actor, document, position).ok) return { ok: false, code: 4403, reason: "no access" };
  return {
    ok: true,
    access: found.access,
    sealed: document.lockedAt !== null,
    who: {
      personId: actor.personId,
      organisationId: actor.organisationId,
      sessionId: actor.sessionId,
      name: actor.personLabel,
      organisationName: actor.organisationName,
      role: actor.roleLabel ?? "",
    },
  };
}
