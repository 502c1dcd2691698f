// SPDX-License-Identifier: AGPL-3.0-or-later
/** Files into blocks of our schema, through Pandoc. Runs in the thread of the press. */
import { convert } from "pandoc-wasm";
import { APPENDICES, ORIGIN, type Pandoc } from "../export/pandoc-text";
import { originIn, withSigns } from "./bookmarks";
import { type PandocFile, readingOf } from "./from-pandoc";
import { countHidden, Lost } from "./losses";
import type { ImportFormat, Reading, ReadOrder } from "./reading";

/** Without what would change the words by itself (curly quotes) or has no place in a text. */
const readers: Record<ImportFormat, string> = { docx: "docx", odt: "odt", md: "markdown-smart-raw_tex-tex_math_dollars-yaml_metadata_block-markdown_in_html_blocks+task_lists+autolink_bare_uris", html: "html" };

/** Throws when Pandoc cannot make anything of the file. */
export async function readFile({ bytes, format, foreign }: ReadOrder): Promise<Reading> {
  const lost = new Lost();
  const packed = format === "docx" || format === "odt";
  if (packed) countHidden(lost, bytes, format);
  const { ast, pictures } = await parsed(packed ? withSigns(bytes, format) : bytes, format, foreign ? "all" : "accept");
  const blocks = format === "md" ? await withHtmlRead(foreign ? textIn(ast.blocks) : ast.blocks) : ast.blocks;
  return { ...readingOf({ ...ast, blocks }, pictures, lost, foreign ?? null), origin: originIn(bytes, format) };
}

async function parsed(bytes: Uint8Array, format: ImportFormat, changes: "all" | "accept"): Promise<{ ast: PandocFile; pictures: Record<string, Uint8Array> }> {
  const name = `file.${format}`;
  const made = await convert({ from: readers[format], to: "json", "track-changes": changes, "input-files": [name], "extract-media": "media" }, null, { [name]: new Blob([new Uint8Array(bytes)]) });
  if (!made.stdout) throw new Error(made.stderr || "Pandoc read nothing");
  const pictures: Record<string, Uint8Array> = {};
  for (const [path, blob] of Object.entries(made.mediaFiles)) pictures[path] = new Uint8Array(await blob.arrayBuffer());
  return { ast: JSON.parse(made.stdout) as PandocFile, pictures };
}

/** What stands between the two signs that our Markdown carries: the text, without the lines below the title and the appendices. */
function textIn(blocks: Pandoc[]): Pandoc[] {
  const place = (sign: string) => blocks.findIndex(({ t, c }) => t === "RawBlock" && (c as [string, string])[1].startsWith(`<!-- ${sign}`));
  const [start, end] = [place(`${ORIGIN} `), place(APPENDICES)];
  return blocks.slice(start + 1, end < 0 ? undefined : end);
}

/** Tables that Markdown cannot say stand in it as HTML. */
async function withHtmlRead(blocks: Pandoc[]): Promise<Pandoc[]> {
  const out: Pandoc[] = [];
  for (const block of blocks) {
    const [format, source] = block.t === "RawBlock" ? (block.c as [string, string]) : ["", ""];
    if (format === "html" && /<table[\s>]/i.test(source)) out.push(...(await parsed(new TextEncoder().encode(source), "html", "accept")).ast.blocks);
    else if (format !== "html" || !/^\s*<!--[\s\S]*-->\s*$/.test(source)) out.push(block);
  }
  return out;
}
