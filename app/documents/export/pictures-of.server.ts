// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { documentFiles } from "~db/documents/schema";
import { isFileName } from "../schema/image";
import type { Paper } from "./paper";

/** The pictures that a text names, with their bytes; one whose file is lost is left out, and its description stands in its place. Asks nobody's permission. */
export async function picturesOf({ db }: Pick<Ctx, "db">, documentId: string, content: JSONContent): Promise<Paper["images"]> {
  const named = [...new Set(sourcesIn(content))];
  if (named.length === 0) return {};
  const rows = await db.read
    .select({ sha256: documentFiles.sha256, type: documentFiles.mediaType })
    .from(documentFiles)
    .where(and(eq(documentFiles.documentId, documentId), eq(documentFiles.kind, "picture"), inArray(documentFiles.sha256, named)));
  const images: Paper["images"] = {};
  for (const { sha256, type } of rows) {
    const bytes = await db.files.readFile(sha256).catch(() => null);
    if (bytes) images[sha256] = { bytes, type };
  }
  return images;
}

function sourcesIn(node: JSONContent): string[] {
  const inside = (node.content ?? []).flatMap(sourcesIn);
  return node.type === "image" && isFileName(node.attrs?.src) ? [node.attrs.src, ...inside] : inside;
}
