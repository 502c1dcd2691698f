// SPDX-License-Identifier: AGPL-3.0-or-later
/** PDF through Typst. Runs in a worker thread: the compiler does not yield. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { JSONContent } from "@tiptap/core";
import { cleanText } from "./clean-text";
import type { Paper } from "./paper";

/** The letters of the Italian public administration; other alphabets come from the fonts inside the compiler. */
const FACES = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic", "700Bold", "700Bold_Italic"];
const fonts = FACES.map((face) => readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/titillium-web/${face}/TitilliumWeb_${face}.ttf`)));
const program = readFileSync(new URL("./paper.typ", import.meta.url), "utf8");
/** Nothing is read from it: all that the program asks for is handed over in memory. */
const workspace = join(tmpdir(), "concerto-paper");

/** How often what no font can show is looked for; each time all of it is found, and one more shows that it is gone. */
const ATTEMPTS = 4;

/** The bytes of the PDF, the same for the same paper. Throws when the text cannot be set. */
export function makePdf(paper: Paper, standard: "a-3a" | "ua-1"): Uint8Array {
  const unshown = new Set<string>();
  for (let attempt = 1; ; attempt++) {
    try {
      return compile(paper, standard, unshown);
    } catch (failure) {
      const found = unshownIn(String((failure as Error).message)).filter((text) => !unshown.has(text));
      if (found.length === 0 || attempt === ATTEMPTS) throw failure;
      for (const text of found) unshown.add(text);
    }
  }
}

function compile(paper: Paper, standard: "a-3a" | "ua-1", unshown: Set<string>): Uint8Array {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  const paths = new Map(Object.entries(paper.images).map(([src, { bytes, type }], i) => [src, { path: `/image-${i}.${endings[type] ?? "png"}`, bytes }]));
  const place = (path: string, bytes: Uint8Array) => compiler.mapShadow(join(workspace, path), Buffer.from(bytes));
  place("/source.json", Buffer.from(paper.source));
  for (const { path, bytes } of paths.values()) place(path, bytes);
  place("/paper.json", Buffer.from(JSON.stringify(shown(dataOf(paper, standard, paths), unshown))));
  const result = compiler.compile({ mainFileContent: program });
  if (!result.result) throw new Error(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? "the text cannot be set"));
  const made = compiler.pdf(result.result, { pdfStandard: standard, creationTimestamp: Math.floor(Date.parse(paper.instant) / 1000) });
  // what was kept to be quick the next time is another document's
  compiler.evictCache(0);
  return made;
}

const endings: Record<string, string> = { "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg" };

function dataOf(paper: Paper, standard: string, paths: Map<string, { path: string }>) {
  const blocks = (content: JSONContent) => cleanText(content, { suggestions: "without" }).map((block) => withImages(block, paths));
  const [year, month, day] = paper.instant.slice(0, 10).split("-").map(Number);
  return {
    lang: paper.lang,
    title: paper.title,
    authors: paper.authors,
    day: [year, month, day],
    heading: [paper.comune, paper.table].filter(Boolean).join(" · "),
    state: `${paper.state} · ${paper.date}`,
    foot: [paper.title, paper.protocol && `${paper.words.protocol} ${paper.protocol}`].filter(Boolean).join(" · "),
    lead: [paper.table, `${paper.state} · ${paper.date}`, paper.protocol && `${paper.words.protocol} ${paper.protocol}`, ...paper.notes].filter(Boolean),
    blocks: blocks(paper.content),
    appendices: paper.appendices.map(({ title, blocks: content }) => ({ title, blocks: shifted(blocks({ type: "doc", content })) })),
    words: paper.words,
    attach: standard === "a-3a",
  };
}

/** Below the heading of their appendix. */
const shifted = (blocks: JSONContent[]) => blocks.map((block) => (block.type === "heading" ? { ...block, attrs: { ...block.attrs, level: block.attrs?.level + 1 } } : block));

function withImages(node: JSONContent, paths: Map<string, { path: string }>): JSONContent {
  if (node.type === "image") return { ...node, attrs: { ...node.attrs, path: paths.get(node.attrs?.src)?.path ?? null } };
  return node.content ? { ...node, content: node.content.map((child) => withImages(child, paths)) } : node;
}

/** Every text with what cannot be shown named by its number instead; says whether there was any. */
function shown<T extends object>(data: T, unshown: Set<string>): T & { replaced: boolean } {
  const replace = (text: string) => [...unshown].reduce((result, missing) => result.replaceAll(missing, [...missing].map(named).join("")), text);
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return replace(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === "href" || key === "type" ? inner : walk(inner)]));
    return value;
  };
  return { ...((unshown.size > 0 ? walk(data) : data) as T), replaced: unshown.size > 0 };
}

const named = (character: string) => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;

/** The compiler names what none of its fonts can show, quoted as Rust quotes text. */
function unshownIn(message: string): string[] {
  return [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, quoted]) =>
    quoted!.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replace(/\\+(["'\\])/g, "$1"),
  );
}
