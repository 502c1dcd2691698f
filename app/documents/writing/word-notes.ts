// SPDX-License-Identifier: AGPL-3.0-or-later
/** Word and LibreOffice put notes at the end of what is copied and a link where they belong. */

/** Where a note is called, and the element that holds its words. */
const CALLS = 'a[href*="#_ftn"], a[href*="#_edn"], a[href*="#sdfootnote"], a[href*="#sdendnote"]';

/** Puts each note back where it is called, as one of ours. */
export function notesFromWord(body: HTMLElement): void {
  const spent = new Set<Element>();
  for (const call of [...body.querySelectorAll<HTMLAnchorElement>(CALLS)]) {
    const name = /#_?((?:ftn|edn)\d+|sd(?:foot|end)note\d+)(?:sym)?$/.exec(call.getAttribute("href") ?? "")?.[1];
    const place = name && body.querySelector<HTMLElement>(`[id="${name}"]`);
    // the link that leads back from the note to its call
    if (!place || place.contains(call)) continue;
    const note = body.ownerDocument.createElement("span");
    note.setAttribute("data-type", "footnote");
    note.textContent = wordsOf(place);
    call.replaceWith(note);
    spent.add(place);
  }
  for (const place of spent) {
    const list = place.parentElement;
    place.remove();
    if (list && /footnote-list|endnote-list/.test(list.getAttribute("style") ?? "")) list.remove();
  }
}

function wordsOf(place: HTMLElement): string {
  const copy = place.cloneNode(true) as HTMLElement;
  for (const back of copy.querySelectorAll('a[href*="ref"], a[href*="anc"]')) back.remove();
  return (copy.textContent ?? "").replace(/[\u00a0\s]+/g, " ").trim();
}
