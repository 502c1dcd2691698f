// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import type { Db } from "~db/client.server";
import { documentFiles } from "~db/documents/schema";
import { newId } from "~db/id";

/** A picture that was examined and is on disk. */
export type KeptPicture = { sha256: string; size: number; mediaType: string; name: string; description: string };

/** Gives a document a picture that came in with its text, inside the transaction that writes the text. Who calls has asked. */
export async function keepPicture(tx: Db, ctx: Ctx, documentId: string, { scanned, ...picture }: KeptPicture & { scanned: boolean }): Promise<void> {
  const { personId, organisationId } = signedIn(ctx);
  const id = newId();
  await tx.insert(documentFiles).values({ id, documentId, kind: "picture", ...picture, scanned, personId, organisationId, at: ctx.now });
  await record(tx, ctx, {
    act: "document.pictureAdded",
    subject: { kind: "document", id: documentId },
    data: { documentId, fileId: id, sha256: picture.sha256, size: picture.size, mediaType: picture.mediaType, scanned },
  });
}
