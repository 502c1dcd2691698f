// SPDX-License-Identifier: AGPL-3.0-or-later
/** The tabs beside a document, in their order. The name is the word of the address: `?pannello=versioni`. */
export const panelNames = ["commenti", "suggerimenti", "contributi", "versioni", "allegati", "informazioni"] as const;
export type PanelName = (typeof panelNames)[number];

export function isPanelName(name: string | null): name is PanelName {
  return (panelNames as readonly (string | null)[]).includes(name);
}
