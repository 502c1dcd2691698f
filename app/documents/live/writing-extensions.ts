// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Extensions } from "@tiptap/core";
import type { TFunction } from "i18next";
import type { Named } from "~/web/named";
import { paths } from "~/web/paths";
import { textExtensions } from "../schema/extensions";
import { KeepBlockIds } from "../schema/keep-block-ids";
import { FindText } from "../writing/find-text";
import { namingOptions } from "../writing/naming-list";

/** What a text may contain and how one writes it, with the words of the language on screen. */
export function writingExtensions(documentId: string, t: TFunction): Extensions {
  const words = {
    label: t("documents.writing.mention.label"),
    none: t("documents.writing.mention.none"),
    kind: (kind: Named["kind"]) => t(`documents.writing.mention.kinds.${kind}`),
  };
  return [
    ...textExtensions({
      taskLabel: (text, checked) => t(checked ? "documents.task.doneNamed" : "documents.task.openNamed", { text }),
      guidance: { label: t("documents.writing.guidance.label"), removeLabel: t("documents.writing.guidance.remove") },
      imageAddress: (src) => paths.documentImage(documentId, src),
      naming: namingOptions(async (sought) => asked(documentId, sought), words) as never,
    }),
    KeepBlockIds,
    FindText,
  ];
}

async function asked(documentId: string, sought: string): Promise<Named[]> {
  try {
    const answer = await fetch(paths.documentMentions(documentId, sought));
    return answer.ok ? ((await answer.json()) as Named[]) : [];
  } catch {
    return [];
  }
}
