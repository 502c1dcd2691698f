// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What comes from Word, LibreOffice, mail and web pages, made plain: headings, lists, tables, links, emphasis and notes stay,
 * looks and leftovers go. Runs in a browser, on the HTML of the clipboard.
 */
import { listsFromWord } from "./word-lists";
import { notesFromWord } from "./word-notes";

/** Elements that carry no words of the text. */
const DROPPED = "script, style, meta, link, title, xml, iframe, object, embed, svg, video, audio, canvas, noscript, template, img, picture, input, button, select, textarea, colgroup";
const KEPT = new Set(["href", "colspan", "rowspan", "start"]);
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all/i;
/** Emphasis that many programs say with a look: what the schema knows is read from these. */
const EMPHASIS = /(?:^|;)\s*(font-weight|font-style|text-decoration(?:-line)?)\s*:\s*([^;]+)/gi;

/** The HTML of the clipboard without what does not belong in a text; ours comes back as it is. */
export function cleanPaste(html: string): string {
  if (/data-pm-slice/.test(html)) return html;
  const page = new DOMParser().parseFromString(html, "text/html");
  const { body } = page;
  removeComments(body);
  notesFromWord(body);
  listsFromWord(body);
  stylesFromWord(body);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  for (const element of [...body.querySelectorAll("*")]) if (HIDDEN.test(element.getAttribute("style") ?? "")) element.remove();
  unwrapLayout(body);
  nameHeaderCells(body);
  levelHeadings(body);
  for (const element of body.querySelectorAll("*")) strip(element);
  for (const element of [...body.querySelectorAll("p, h2, h3, h4, li")]) if (isBlank(element)) element.remove();
  // a browser writes the blank that does not break as an entity
  return body.innerHTML.replace(/\u00a0|&nbsp;/g, " ").replace(/[\u200b\ufeff]/g, "");
}

function removeComments(body: HTMLElement): void {
  const comments: ChildNode[] = [];
  const look = (node: ChildNode) => {
    if (node.nodeType === 8) comments.push(node);
    for (const child of node.childNodes) look(child);
  };
  look(body);
  for (const comment of comments) comment.remove();
}

/** What Word says by the name of a style, and the changes it was told to remember: what was taken away is not copied. */
function stylesFromWord(body: HTMLElement): void {
  for (const gone of [...body.querySelectorAll("del[cite], del[datetime]")]) gone.remove();
  for (const come of [...body.querySelectorAll("ins[cite], ins[datetime]")]) come.replaceWith(...come.childNodes);
  const renamed = (element: Element, name: string) => {
    const fresh = element.ownerDocument.createElement(name);
    fresh.append(...element.childNodes);
    element.replaceWith(fresh);
    return fresh;
  };
  for (const title of [...body.querySelectorAll("p.MsoTitle")]) renamed(title, "h1");
  for (const quote of [...body.querySelectorAll("p.MsoQuote, p.MsoIntenseQuote")]) {
    const holder = quote.ownerDocument.createElement("blockquote");
    quote.before(holder);
    const words = renamed(quote, "p");
    holder.append(words);
    // italics are how Word shows a quote
    for (const slanted of [...words.children]) if (slanted.matches("i, em")) slanted.replaceWith(...slanted.childNodes);
  }
}

/** Tables of one cell, and the bold that is not bold around what comes from web editors, only hold things together. */
function unwrapLayout(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll("table")]) {
    const cells = table.querySelectorAll("td, th");
    if (cells.length === 1) table.replaceWith(...(cells[0] as Element).childNodes);
  }
  for (const bold of [...body.querySelectorAll("b, strong")]) {
    if (/(?:^|;)\s*font-weight\s*:\s*(normal|400)/i.test(bold.getAttribute("style") ?? "")) bold.replaceWith(...bold.childNodes);
  }
}

/** Word repeats heading rows on every page, and says so of the row, not of its cells. */
function nameHeaderCells(body: HTMLElement): void {
  for (const cell of [...body.querySelectorAll("thead td")]) {
    const head = cell.ownerDocument.createElement("th");
    for (const name of ["colspan", "rowspan"]) if (cell.hasAttribute(name)) head.setAttribute(name, cell.getAttribute(name) ?? "1");
    head.append(...cell.childNodes);
    // bold in a heading is a look, not an emphasis
    for (const bold of [...head.querySelectorAll("b, strong")]) bold.replaceWith(...bold.childNodes);
    cell.replaceWith(head);
  }
}

/** The highest heading of what is pasted becomes one of ours of the first level, the others follow. */
function levelHeadings(body: HTMLElement): void {
  const headings = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => !isBlank(heading));
  const highest = Math.min(...headings.map(levelOf));
  for (const heading of headings) {
    const level = Math.min(4, levelOf(heading) - highest + 2);
    const fresh = heading.ownerDocument.createElement(`h${level}`);
    fresh.append(...heading.childNodes);
    // bold in a heading is a look, not an emphasis
    for (const bold of [...fresh.querySelectorAll("b, strong")]) bold.replaceWith(...bold.childNodes);
    heading.replaceWith(fresh);
  }
}

const levelOf = (heading: Element) => Number(heading.tagName.slice(1));

function strip(element: Element): void {
  const style = emphasisOf(element.getAttribute("style") ?? "");
  const ours = element.getAttribute("data-type") === "footnote";
  for (const name of element.getAttributeNames()) if (!KEPT.has(name) && !(ours && name === "data-type")) element.removeAttribute(name);
  if (style) element.setAttribute("style", style);
  // an address within the page that was copied leads nowhere here
  if (element.getAttribute("href")?.startsWith("#")) element.replaceWith(...element.childNodes);
}

function emphasisOf(style: string): string {
  return [...style.matchAll(EMPHASIS)].map(([, name = "", value = ""]) => `${name.toLowerCase()}: ${value.trim()}`).filter((rule) => /bold|[6-9]00|italic|underline|line-through/.test(rule)).join("; ");
}

function isBlank(element: Element): boolean {
  return (element.textContent ?? "").replace(/[\u00a0\u200b\ufeff\s]/g, "") === "" && !element.querySelector("br, table, [data-type]");
}
