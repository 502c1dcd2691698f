// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Ctx } from "~/web/context";
import { examinePicture } from "~/web/files/examine-file";
import type { KeptPicture } from "../attachments/keep-picture.server";
import type { Reading } from "./reading";

/** More pictures than that are no text. */
const MOST_PICTURES = 300;

/** The blocks with pictures named as ours are, and the pictures, kept; those of kinds we do not take are left out and counted. */
export async function takeInPictures({ db }: Pick<Ctx, "db">, { blocks, pictures }: Pick<Reading, "blocks" | "pictures">, { fallback }: { fallback: string }) {
  const kept = new Map<string, KeptPicture>();
  let refused = 0;
  let undescribed = 0;
  for (const [name, bytes] of Object.entries(pictures).slice(0, MOST_PICTURES)) {
    const found = await examinePicture(bytes);
    if (!found.ok) continue;
    const { sha256, size } = await db.files.putFile(bytes);
    kept.set(name, { sha256, size, mediaType: found.mediaType, name: name.split("/").at(-1) ?? name, description: fallback });
  }
  const placed = (nodes: JSONContent[]): JSONContent[] =>
    nodes.flatMap((node): JSONContent[] => {
      if (node.type !== "image") return [node.content ? { ...node, content: placed(node.content) } : node];
      const picture = kept.get(String(node.attrs?.src));
      if (!picture) {
        refused++;
        return [];
      }
      const alt = String(node.attrs?.alt ?? "").trim().slice(0, 300);
      if (!alt) undescribed++;
      picture.description = alt || picture.description;
      return [{ type: "image", attrs: { src: picture.sha256, alt: alt || fallback } }];
    });
  const content = placed(blocks);
  return { blocks: content, pictures: [...new Map([...kept.values()].map((picture) => [picture.sha256, picture])).values()], refused, undescribed };
}
