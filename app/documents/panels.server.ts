// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What stands in the tabs beside a document. A tab is one row here (what it loads, and for whom it is there) and one in
 * `parts/panel-views.tsx` (how it shows that).
 */
import type { Ctx } from "~/web/context";
import { attachmentsPanel } from "./attachments/attachments-panel.server";
import { readContributions } from "./attribution/read-contributions.server";
import { listThreads } from "./contributions/comments/list-threads.server";
import { listContributions } from "./contributions/list-contributions.server";
import { informationPanel } from "./lifecycle/information-panel.server";
import { isPanelName, type PanelName, panelNames } from "./panels";
import { versionsPanel } from "./versions/versions-panel.server";

type Panel = {
  /** Only for who comes near by seat or by grant; else for every reader. */
  nearOnly: boolean;
  /** Asks its own permission; the address carries what the tab filters by. */
  load: (ctx: Ctx, documentId: string, url: URL) => Promise<unknown>;
};

const panels = {
  commenti: { nearOnly: false, load: listThreads },
  suggerimenti: { nearOnly: true, load: listContributions },
  contributi: { nearOnly: true, load: readContributions },
  versioni: { nearOnly: true, load: versionsPanel },
  allegati: { nearOnly: false, load: attachmentsPanel },
  informazioni: { nearOnly: false, load: informationPanel },
} satisfies Partial<Record<PanelName, Panel>>;

export type PanelData = { [Name in keyof typeof panels]: Awaited<ReturnType<(typeof panels)[Name]["load"]>> };
export type OpenPanel = { [Name in keyof PanelData]: { name: Name; data: PanelData[Name] } }[keyof PanelData];

/** The tabs offered to the viewer and, when the address names one of them, what is in it. */
export async function openPanel(ctx: Ctx, documentId: string, near: boolean, url: URL): Promise<{ offered: PanelName[]; open: OpenPanel | null }> {
  const known: Partial<Record<PanelName, Panel>> = panels;
  const offered = panelNames.filter((name) => known[name] && (near || !known[name].nearOnly));
  const asked = url.searchParams.get("pannello");
  if (!isPanelName(asked) || !offered.includes(asked)) return { offered, open: null };
  return { offered, open: { name: asked, data: await known[asked]?.load(ctx, documentId, url) } as OpenPanel };
}
