// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NoticeContent } from "./notice";

/** A word or a gap that makes a notice look like a tender, or hang in the air. Explained by `procedures.lint.<rule>`. */
export type Warning = { rule: "price" | "tender" | "penalties" | "noProgrammingAct"; field: string; word: string };

/**
 * Words of the Contract Code that a consensual procedure does not use; courts have annulled notices that paid a price
 * on invoice or left nothing to design (Cons. Stato 4540/2024, 5217-5218/2023).
 */
const vocabulary: { rule: Warning["rule"]; words: RegExp }[] = [
  { rule: "price", words: /\b(corrispettiv[oi]|fattur[ae]|fatturazion[ei]|canon[ei] mensil[ei])\b/giu },
  { rule: "tender", words: /\b(aggiudicazion[ei]|aggiudicatari[oae]?|offert[ae] (?:tecnic|economic)\p{L}+|offert[ae]|offerent[ei]|gar[ae]|appalt[oi]|ribass[oi])\b/giu },
  { rule: "penalties", words: /\b(penal[ei])\b/giu },
];

const fields = ["purpose", "object", "alreadyDecided", "openToDesign", "whoCanTakePart", "requirements"] as const;

/** What deserves a second look before publication. Never blocks: whoever publishes writes why it stays. */
export function lintNotice(notice: NoticeContent): Warning[] {
  const warnings: Warning[] = [];
  for (const field of fields) {
    for (const { rule, words } of vocabulary) {
      for (const word of new Set([...notice[field].matchAll(words)].map(([found]) => found.toLowerCase()))) {
        warnings.push({ rule, field, word });
      }
    }
  }
  if (!notice.programmingAct) warnings.push({ rule: "noProgrammingAct", field: "programmingAct", word: "" });
  return warnings;
}
