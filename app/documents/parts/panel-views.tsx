// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from "react";
import { AttachmentsPanel } from "../attachments/attachments-panel";
import { ContributionsPanel } from "../attribution/contributions-panel";
import { CommentsPanel } from "../contributions/parts/comments-panel";
import { SuggestionsPanel } from "../contributions/parts/suggestions-panel";
import { InformationPanel } from "../lifecycle/information-panel";
import type { OpenPanel } from "../panels.server";
import { VersionsPanel } from "../versions/versions-panel";

/** What an open tab shows: the other half of `panels.server.ts`. */
export function panelView(documentId: string, panel: OpenPanel): ReactNode {
  switch (panel.name) {
    case "commenti":
      return <CommentsPanel documentId={documentId} {...panel.data} />;
    case "suggerimenti":
      return <SuggestionsPanel documentId={documentId} {...panel.data} />;
    case "contributi":
      return <ContributionsPanel documentId={documentId} {...panel.data} />;
    case "versioni":
      return <VersionsPanel documentId={documentId} {...panel.data} />;
    case "allegati":
      return <AttachmentsPanel documentId={documentId} {...panel.data} />;
    case "informazioni":
      return <InformationPanel documentId={documentId} {...panel.data} />;
  }
}
