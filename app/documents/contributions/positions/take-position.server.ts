// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import type { JSONContent } from "@tiptap/core";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { positions } from "~db/documents/contributions";
import { newId } from "~db/id";
import { findDocument } from "../../access.server";
import { readDocumentContent } from "../../content.server";
import { withoutSuggestions } from "../../schema/suggested/resolve";
import { plainText } from "../../schema/text";
import { mayTakePosition } from "../policy";
import { type Section, sectionsOf } from "../sections";
import { speaker } from "../speaker";
import type { Stance } from "./position";

const fingerprint = (words: string): string => createHash("sha256").update(words).digest("hex");

/** The fingerprint of the words that a position is about: of a section, or of the whole accepted text (section ""). Null for a section that is not there. */
export function wordsSha256(content: JSONContent, section: string, sections: Section[] = sectionsOf(content)): string | null {
  if (section === "") return fingerprint(plainText(withoutSuggestions(content)));
  const found = sections.find(({ id }) => id === section);
  return found ? fingerprint(found.words) : null;
}

/** A body says how it stands towards the document, or a section of it, in the words of now. A change of mind is a new position. */
export async function takePosition(ctx: Ctx, { documentId, section, stance, condition }: { documentId: string; section: string; stance: Stance; condition: string }): Promise<void> {
  const author = speaker(signedIn(ctx));
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayTakePosition(ctx.actor, document, position));
    const { json } = await readDocumentContent(ctx, documentId);
    const sections = sectionsOf(json);
    const sha256 = wordsSha256(json, section, sections);
    if (sha256 === null) throw problem("conflict", { because: "contributions.observation.sectionGone" });
    const id = newId();
    const sectionTitle = sections.find((each) => each.id === section)?.title ?? null;
    await tx.insert(positions).values({ id, documentId, ...author, at: ctx.now, sectionId: section || null, sectionTitle, stance, condition: condition || null, sha256 });
    await record(tx, ctx, { act: "position.taken", subject: { kind: "position", id }, data: { documentId, sectionId: section || null, stance, condition: condition || null, sha256 } });
  });
}
