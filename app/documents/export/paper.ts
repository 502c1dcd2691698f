// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";

/** Everything that leaves the house with a document: what is made from it needs nothing else. Plain data, words already in the language of the paper. */
export type Paper = {
  lang: "it" | "en";
  comune: string;
  /** Name of the table, when it has one. */
  table: string | null;
  title: string;
  /** "Bozza", "Approvato"… */
  state: string;
  /** When the text stood so: for people, and as ISO in UTC. */
  date: string;
  instant: string;
  /** Number given by the protocol office. */
  protocol: string | null;
  /** Further lines under the title, e.g. by whom it was sealed. */
  notes: string[];
  /** Bodies that wrote it. */
  authors: string[];
  content: JSONContent;
  comments: PaperComment[];
  /** Further parts, each under a heading of its own. */
  appendices: { title: string; blocks: JSONContent[] }[];
  /** Pictures of the text by the address they have in it. */
  images: Record<string, { bytes: Uint8Array; type: string }>;
  /** Which document it is and up to which stored change, so that a file that comes back from Word is compared with what left; null when it need not come back. */
  origin: { documentId: string; seq: number } | null;
  /** The source as canonical JSON, attached to the PDF. */
  source: string;
  words: { page: string; of: string; protocol: string; replaced: string; done: string; open: string; source: string };
};

/** Something said beside the text. */
export type PaperComment = {
  id: string;
  author: string;
  /** ISO, UTC. */
  at: string;
  text: string;
  /** Block it is about; null when that block is gone, and the comment is listed in an appendix only. */
  blockId: string | null;
};

/** Every format a document leaves in. PDF is archival (PDF/A-3a, with the source attached) or accessible (PDF/UA-1). */
export const formats = ["pdf", "pdf-ua", "docx", "odt", "md", "html", "txt"] as const;
export type Format = (typeof formats)[number];

export const fileOf: Record<Format, { ending: string; type: string }> = {
  pdf: { ending: "pdf", type: "application/pdf" },
  "pdf-ua": { ending: "pdf", type: "application/pdf" },
  docx: { ending: "docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  odt: { ending: "odt", type: "application/vnd.oasis.opendocument.text" },
  md: { ending: "md", type: "text/markdown; charset=utf-8" },
  html: { ending: "html", type: "text/html; charset=utf-8" },
  txt: { ending: "txt", type: "text/plain; charset=utf-8" },
};

/** A name that every system takes: the title in plain letters, at most sixty. */
export function fileName(title: string, format: Format): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return `${plain || "documento"}.${fileOf[format].ending}`;
}
