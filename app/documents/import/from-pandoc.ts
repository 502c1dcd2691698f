// SPDX-License-Identifier: AGPL-3.0-or-later
/** A file as Pandoc understood it, as blocks of our schema. What has no place there is counted. */
import type { JSONContent } from "@tiptap/core";
import { BOOKMARK, FRAME, type Pandoc } from "../export/pandoc-text";
import { plain } from "../export/clean-text";
import { isBlockId } from "../schema/block-id";
import { plainText } from "../schema/text";
import { isRule, signsIn } from "./bookmarks";
import { type Needs, plainOf, type Revision, wordsOf } from "./from-pandoc-words";
import { levelled, takeTitle } from "./headings";
import type { Lost } from "./losses";
import type { ReadComment, Reading } from "./reading";
import { tableFrom } from "./table-from-pandoc";

export type PandocFile = { meta: Record<string, { t: string; c: unknown }>; blocks: Pandoc[] };

/** Beyond this nothing is a text any more. */
const DEEPEST = 12;

export type Blocks = (blocks: Pandoc[], depth: number) => JSONContent[];

/** `foreign`: see ReadOrder. */
export function readingOf({ meta, blocks }: PandocFile, pictures: Record<string, Uint8Array>, lost: Lost, foreign: Revision[] | null): Omit<Reading, "origin"> {
  const comments: ReadComment[] = [];
  const needs: Needs = { lost, pictures, foreign };
  const inside: Blocks = (list, depth) => joined(list.flatMap((block) => blockOf(block, needs, comments, inside, depth)));
  const all = inside(blocks, 0);
  const text = levelled(withoutFrame(all), lost);
  const framed = all.find(({ attrs }) => attrs?.frame === `${FRAME}title`);
  const set = meta.title?.t === "MetaInlines" ? signsIn(plainOf(meta.title.c as Pandoc[])).text : framed ? plainText(framed) : null;
  const { title, rest } = foreign ? { title: set, rest: text } : takeTitle(text, set);
  return { title, blocks: rest, pictures, lost: lost.list(), comments };
}

function blockOf({ t, c }: Pandoc, needs: Needs, comments: ReadComment[], inside: Blocks, depth: number): JSONContent[] {
  const { lost } = needs;
  const deeper = (blocks: unknown) => (depth >= DEEPEST ? [] : inside(blocks as Pandoc[], depth + 1));
  const paragraph = (inlines: Pandoc[], more: JSONContent = { type: "paragraph" }) => textBlocks(wordsOf(inlines, needs), more, comments);
  switch (t) {
    case "Plain":
    case "Para":
      return paragraph(c as Pandoc[]);
    case "Header": {
      const [level, , inlines] = c as [number, unknown, Pandoc[]];
      return paragraph(inlines, { type: "heading", attrs: { level } });
    }
    case "BulletList":
      return listOf((c as Pandoc[][]).map(deeper));
    case "OrderedList": {
      const [[start, style], items] = c as [[number, { t: string }], Pandoc[][]];
      if (/Alpha|Roman/.test(style.t)) lost.count("letteredLists");
      return listOf(items.map(deeper), start);
    }
    case "BlockQuote":
      return wrapped("blockquote", deeper(c));
    case "HorizontalRule":
      return [{ type: "horizontalRule" }];
    case "CodeBlock":
      lost.count("code");
      return (c as [unknown, string])[1].split("\n").map((line) => ({ type: "paragraph", content: line ? [{ type: "text", text: plain(line) }] : [] }));
    case "LineBlock":
      return paragraph((c as Pandoc[][]).flatMap((line, i) => (i > 0 ? [{ t: "LineBreak" }, ...line] : line)));
    case "DefinitionList":
      lost.count("definitions");
      return (c as [Pandoc[], Pandoc[][]][]).flatMap(([term, meanings]) => [...paragraph([{ t: "Strong", c: term }]), ...meanings.flatMap(deeper)]);
    case "Table":
      return depth > 0 ? (lost.count("nestedTables"), tableFrom(c, deeper, lost)) : tableFrom(c, deeper, lost);
    case "Figure": {
      const [, [, caption], content] = c as [unknown, [unknown, Pandoc[]], Pandoc[]];
      return figureOf(deeper(content), deeper(caption), lost);
    }
    case "Div":
      return deeper((c as [unknown, Pandoc[]])[1]);
    case "RawBlock":
      lost.count("raw");
      return [];
    default:
      return [];
  }
}

/** One block of text, or more when pictures stand between the words. */
function textBlocks(words: JSONContent[], like: JSONContent, comments: ReadComment[]): JSONContent[] {
  const out: JSONContent[] = [];
  let names: string[] = [];
  let line: JSONContent[] = [];
  const close = () => {
    if (line.some((node) => node.type !== "text" || node.text?.trim())) out.push({ ...like, content: trimmed(line) });
    line = [];
  };
  const about: ReadComment[] = [];
  let goesOn = false;
  for (const node of words) {
    if (node.type === "text") {
      const { names: found, text } = signsIn(node.text ?? "");
      names = [...names, ...found];
      const clean = plain(text);
      if (clean) line.push({ ...node, text: clean });
    } else if (node.type === "image") {
      close();
      out.push(node);
    } else if (node.type === "comment") about.push({ id: node.attrs?.id, author: node.attrs?.author, text: node.attrs?.text, blockId: null });
    else if (node.type === "joined") goesOn = true;
    else line.push(node);
  }
  close();
  const id = names.find((name) => name.startsWith(BOOKMARK))?.slice(BOOKMARK.length) ?? null;
  if (names.some(isRule)) return [{ type: "horizontalRule", ...(isBlockId(id) && { attrs: { id } }) }, ...out];
  const frame = names.find((name) => name.startsWith(FRAME)) ?? null;
  // a paragraph of ours that somebody emptied is still there
  if (out.length === 0 && id) out.push({ ...like, content: [] });
  comments.push(...about.map((comment) => ({ ...comment, blockId: id })));
  const place = out.findIndex(({ type }) => type === like.type);
  return out.map((node, i) => (i === place ? { ...node, attrs: { ...node.attrs, ...(isBlockId(id) ? { id } : {}), ...(frame ? { frame } : {}), ...(goesOn ? { goesOn } : {}) } } : node));
}

/** Blanks at either end of a line are nobody's words. */
function trimmed(line: JSONContent[]): JSONContent[] {
  const cut = (node: JSONContent | undefined, pattern: RegExp) => (node?.type === "text" ? { ...node, text: (node.text ?? "").replace(pattern, "") } : node);
  const first = line.map((node, i) => (i === 0 ? (cut(node, /^ +/) as JSONContent) : node));
  return first.map((node, i) => (i === first.length - 1 ? (cut(node, / +$/) as JSONContent) : node)).filter((node) => node.type !== "text" || node.text);
}

/** A paragraph whose end was taken away goes on in the next. */
function joined(blocks: JSONContent[]): JSONContent[] {
  const out: JSONContent[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (!last?.attrs?.goesOn) out.push(block);
    else {
      const { goesOn, ...attrs } = last.attrs;
      const more = block.type === "paragraph" || block.type === "heading";
      out[out.length - 1] = { ...last, attrs: { ...attrs, ...(more && block.attrs?.goesOn ? { goesOn } : {}) }, content: [...(last.content ?? []), ...(more ? (block.content ?? []) : [])] };
      if (!more) out.push(block);
    }
  }
  return out;
}

/** A box in front of every item makes a list of things to do. */
function listOf(items: JSONContent[][], start?: number): JSONContent[] {
  const filled = items.map((blocks) => (blocks[0]?.type === "paragraph" ? blocks : [{ type: "paragraph", content: [] }, ...blocks]));
  if (filled.length === 0) return [];
  const boxes = filled.map(([first]) => /^([☐☑☒])\s*/u.exec(first?.content?.[0]?.text ?? "")?.[1]);
  if (start === undefined && boxes.every(Boolean)) {
    return [{ type: "taskList", content: filled.map((blocks, i) => ({ type: "taskItem", attrs: { checked: boxes[i] !== "☐" }, content: [withoutBox(blocks[0]!), ...blocks.slice(1)] })) }];
  }
  const content = filled.map((blocks) => ({ type: "listItem", content: blocks }));
  return [start === undefined ? { type: "bulletList", content } : { type: "orderedList", attrs: { start }, content }];
}

function withoutBox(paragraph: JSONContent): JSONContent {
  const [first, ...rest] = paragraph.content ?? [];
  const text = (first?.text ?? "").replace(/^[☐☑☒]\s*/u, "");
  return { ...paragraph, content: text ? [{ ...first, text }, ...rest] : rest };
}

const wrapped = (type: string, content: JSONContent[]): JSONContent[] => (content.length > 0 ? [{ type, content }] : []);

/** The words below a picture describe it when nothing else does, and stay below it. */
function figureOf(content: JSONContent[], caption: JSONContent[], lost: Lost): JSONContent[] {
  const words = caption.map((block) => (block.content ?? []).map(({ text = "" }) => text).join("")).join(" ").trim();
  if (words) lost.count("captions");
  return [...content.map((node) => (node.type === "image" && !node.attrs?.alt ? { ...node, attrs: { ...node.attrs, alt: words } } : node)), ...caption];
}

/** Without what the paper carries around the text: lines below the title, and appendices to the end. */
function withoutFrame(blocks: JSONContent[]): JSONContent[] {
  const end = blocks.findIndex(({ attrs }) => String(attrs?.frame ?? "").startsWith(`${FRAME}appendix`));
  return (end < 0 ? blocks : blocks.slice(0, end)).filter(({ attrs }) => !attrs?.frame);
}
