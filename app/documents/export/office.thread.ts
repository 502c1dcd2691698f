// SPDX-License-Identifier: AGPL-3.0-or-later
/** Office and plain formats through Pandoc. Runs in a worker thread: Pandoc takes some hundred megabytes and does not yield. */
import type { JSONContent } from "@tiptap/core";
import { convert } from "pandoc-wasm";
import { cleanText } from "./clean-text";
import { withDocxFrame, withNewParagraphs, withOdtFrame } from "./office-frame";
import { APPENDICES, attr, FRAME, ORIGIN, type Pandoc, pandocBlocks, spaced } from "./pandoc-text";
import type { Format, Paper, PaperComment } from "./paper";

export type OfficeFormat = Exclude<Format, "pdf" | "pdf-ua">;

/** `title`: where the title goes, as the style "Title" of the format or as a first heading. */
const writers: Record<OfficeFormat, { to: string; title: "style" | "heading"; bookmarks: boolean; more?: object }> = {
  docx: { to: "docx", title: "style", bookmarks: true },
  odt: { to: "odt", title: "style", bookmarks: true },
  md: { to: "gfm", title: "heading", bookmarks: false },
  html: { to: "html5", title: "heading", bookmarks: true, more: { standalone: true, "embed-resources": true, "html-math-method": "plain" } },
  txt: { to: "plain", title: "heading", bookmarks: false },
};

/** The bytes of the file. Word alone shows open suggestions (as tracked changes) and comments. Throws when Pandoc cannot. */
export async function makeOfficeFile(paper: Paper, format: OfficeFormat): Promise<Uint8Array> {
  const writer = writers[format];
  const images = new Map(Object.entries(paper.images).map(([src, { type }], i) => [src, `image-${i}.${type.split("/")[1]?.replace("svg+xml", "svg") ?? "png"}`]));
  const files = Object.fromEntries(Object.entries(paper.images).map(([src, { bytes }]) => [images.get(src)!, new Blob([new Uint8Array(bytes)])]));
  const made = await convert(
    { from: "json", to: writer.to, "output-file": `file.${format}`, standalone: writer.title === "style", wrap: "none", variables: { lang: paper.lang }, ...writer.more },
    JSON.stringify(pandocOf(paper, format, images)),
    files,
  );
  const file = made.files[`file.${format}`];
  if (!file) throw new Error(made.stderr || "Pandoc made nothing");
  const bytes = new Uint8Array(await (file as Blob).arrayBuffer());
  if (format === "docx") return withNewParagraphs(withDocxFrame(bytes, paper), cleanText(paper.content, { suggestions: "marked" }));
  return format === "odt" ? withOdtFrame(bytes, paper) : bytes;
}

function pandocOf(paper: Paper, format: OfficeFormat, images: Map<string, string>) {
  const writer = writers[format];
  const word = format === "docx";
  const options = { comments: word ? byBlock(paper.comments) : new Map(), tracked: word, bookmarks: writer.bookmarks, images, words: paper.words };
  const blocks = (content: JSONContent, marked: boolean) => pandocBlocks(cleanText(content, { suggestions: marked ? "marked" : "without" }), options);
  const lead = [paper.table, `${paper.state} · ${paper.date}`, paper.protocol && `${paper.words.protocol} ${paper.protocol}`, ...paper.notes].filter((line) => line !== null && line !== "");
  const framed = (name: string, text: string): Pandoc[] => (writer.bookmarks ? [{ t: "Span", c: [attr(FRAME + name), spaced(text)] }] : spaced(text));
  const heading = (level: number, text: string, name?: string): Pandoc => ({ t: "Header", c: [level, attr(), name ? framed(name, text) : spaced(text)] });
  // Markdown has no bookmarks: comments that nobody sees say where the text begins and ends
  const sign = (words: string): Pandoc[] => (format === "md" && paper.origin ? [{ t: "RawBlock", c: ["html", `<!-- ${words} -->`] }] : []);
  const body = [
    ...lead.map((line, i): Pandoc => ({ t: "Para", c: framed(`lead${i}`, String(line)) })),
    ...sign(`${ORIGIN} ${paper.origin?.documentId} ${paper.origin?.seq}`),
    ...blocks(paper.content, word),
    ...(paper.appendices.length > 0 ? sign(APPENDICES) : []),
    ...paper.appendices.flatMap(({ title, blocks: content }, i) => [heading(1, title, `appendix${i}`), ...shifted(blocks({ type: "doc", content }, false))]),
  ];
  const meta = (text: string) => ({ t: "MetaInlines", c: spaced(text) });
  const inStyle = writer.title === "style";
  const title = { t: "MetaInlines", c: framed("title", paper.title) };
  return {
    "pandoc-api-version": [1, 23, 1],
    meta: { ...(inStyle ? { title } : { pagetitle: meta(paper.title) }), lang: meta(paper.lang), ...(paper.origin && { [ORIGIN]: meta(`${paper.origin.documentId} ${paper.origin.seq}`) }) },
    blocks: inStyle ? body : [heading(1, paper.title, writer.bookmarks ? "title" : undefined), ...shifted(body)],
  };
}

const shifted = (blocks: Pandoc[]): Pandoc[] => blocks.map((block) => (block.t === "Header" ? { t: "Header", c: [(block.c as [number])[0] + 1, ...(block.c as unknown[]).slice(1)] } : block));

function byBlock(comments: PaperComment[]): Map<string, PaperComment[]> {
  const found = new Map<string, PaperComment[]>();
  for (const comment of comments) if (comment.blockId) found.set(comment.blockId, [...(found.get(comment.blockId) ?? []), comment]);
  return found;
}
