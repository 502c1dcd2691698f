// SPDX-License-Identifier: AGPL-3.0-or-later
/** Word writes lists as paragraphs with the level in their style and the bullet or number as text in front. */

type Item = { paragraph: HTMLElement; list: string; level: number; ordered: boolean; number: number };

/** Makes real lists of the paragraphs that Word only shows as such. */
export function listsFromWord(body: HTMLElement): void {
  let run: Item[] = [];
  const end = () => {
    if (run.length > 0) nest(run);
    run = [];
  };
  for (const paragraph of [...body.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")]) {
    const item = itemOf(paragraph);
    const last = run.at(-1)?.paragraph;
    if (!item || (last && nextElement(last) !== paragraph)) end();
    if (item) run.push(item);
  }
  end();
}

function itemOf(paragraph: HTMLElement): Item | null {
  const style = paragraph.getAttribute("style") ?? "";
  const [, list = "", depth] = /mso-list\s*:\s*(\S+)\s+level(\d)/i.exec(style) ?? [];
  const level = Number(depth);
  if (!level) return null;
  const marker = [...paragraph.querySelectorAll<HTMLElement>("span")].find((span) => /mso-list\s*:\s*ignore/i.test(span.getAttribute("style") ?? ""));
  const sign = (marker?.textContent ?? "").replace(/[\u00a0\s]/g, "");
  if (paragraph.tagName !== "P") {
    // a heading with a number in front is a heading, and the number one of its words
    if (sign !== "") marker?.replaceWith(`${sign} `);
    return null;
  }
  marker?.remove();
  // of "3." and of "2.3.": where a numbering goes on after a paragraph in between
  const number = Number(/(\d+)[.)]*$/.exec(sign)?.[1] ?? 1);
  return { paragraph, list, level, number, ordered: /^\(?([\da-z]+[.)])+$|^\(?[ivxlcdm]+[.)]$/i.test(sign) && sign !== "o" };
}

const nextElement = (element: Element) => element.nextElementSibling;

function nest(items: Item[]): void {
  const page = (items[0] as Item).paragraph.ownerDocument;
  const holder = page.createElement("div");
  (items[0] as Item).paragraph.before(holder);
  const open: { level: number; list: HTMLElement; name: string; last: HTMLElement | null }[] = [];
  for (const { paragraph, list: name, level, ordered, number } of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    // another list may begin right below one, on the same level
    const other = open.at(-1);
    if (other?.level === level && (other.name !== name || (other.list.tagName === "OL") !== ordered)) open.pop();
    let current = open.at(-1);
    if (!current || current.level < level) {
      const list = page.createElement(ordered ? "ol" : "ul");
      if (ordered && number > 1) list.setAttribute("start", String(number));
      (current?.last ?? holder).append(list);
      current = { level, list, name, last: null };
      open.push(current);
    }
    current.last = page.createElement("li");
    const words = page.createElement("p");
    words.append(...paragraph.childNodes);
    current.last.append(words);
    current.list.append(current.last);
    paragraph.remove();
  }
  holder.replaceWith(...holder.childNodes);
}
