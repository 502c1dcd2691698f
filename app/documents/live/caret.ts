// SPDX-License-Identifier: AGPL-3.0-or-later
/** How the others' carets look. Built with the style object: the content policy blocks style attributes. */

import { keyOf } from "./people";

/** What the server says of each person present; it comes from their session, not from their browser. */
export type Face = { id: string; name: string; organisationId: string | null; organisationName: string | null; role: string; color: string };

export function renderCaret(user: Record<string, unknown>): HTMLElement {
  const { name, organisationName, color } = user as Face;
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.dataset.person = keyOf(user as Face);
  // the list of people present says the same to those who do not see
  caret.setAttribute("aria-hidden", "true");
  caret.style.borderColor = color;
  const label = document.createElement("span");
  label.className = "caret-label";
  label.style.backgroundColor = color;
  label.textContent = organisationName ? `${name} · ${organisationName}` : name;
  // word joiners keep the caret from breaking a word in two
  caret.append("\u2060", label, "\u2060");
  return caret;
}

/** The text somebody has selected, in a light tone of their colour. */
export function renderSelection(user: Record<string, unknown>) {
  return { class: "caret-selection", style: `background-color: ${(user as Face).color}33` };
}
