// SPDX-License-Identifier: AGPL-3.0-or-later

/** How often each word, compounds included, occurs in a document: the evidence for closing up a word broken at a line end. */
export type Lexicon = Map<string, number>;

export function lexiconOf(text: string): Lexicon {
  const lexicon: Lexicon = new Map();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu))
    lexicon.set(word, (lexicon.get(word) ?? 0) + 1);
  return lexicon;
}

export type Mended = { text: string; joined: string[]; kept: string[] };

/**
 * Closes up words broken by a hyphen at a line end ("welfa- re", "inter- assessorile"). Joins only when the document itself uses the joined form
 * elsewhere, and picks the form it uses more; a suspended compound ("socio- e psico-educativo") and any doubtful case stay as they are. A dash stuck to a
 * capital word ("ATS- Comune") gets its space back.
 */
export function mendHyphens(text: string, lexicon: Lexicon): Mended {
  const joined: string[] = [];
  const kept: string[] = [];
  const mended = text.replace(/(\p{L}+)-\s+(\p{Ll}+)/gu, (whole, head: string, tail: string) => {
    if (/^(?:e|ed|o|od|ma)$/.test(tail)) return whole;
    const compound = `${head}-${tail}`;
    const single = `${head}${tail}`;
    const asCompound = lexicon.get(compound.toLowerCase()) ?? 0;
    const asSingle = lexicon.get(single.toLowerCase()) ?? 0;
    if (asCompound === 0 && asSingle === 0) {
      kept.push(whole);
      return whole;
    }
    const form = asCompound >= asSingle ? compound : single;
    joined.push(form);
    return form;
  });
  return { text: mended.replace(/(\p{Lu}{2,})- (?=\p{Lu})/gu, "$1 - "), joined, kept };
}
