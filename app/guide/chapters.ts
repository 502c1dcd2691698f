// SPDX-License-Identifier: AGPL-3.0-or-later
/** The chapters of the manual, by reader, in reading order. Each is a file `manual/<slug>.<language>.md`. */
export const readers = ["ente", "ufficio", "cittadino", "installare"] as const;

/** The pages that the law asks of a public site, and the one for programs. */
export const notes = ["interfaccia", "privacy", "accessibilita", "note-legali"] as const;
