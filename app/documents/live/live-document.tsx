// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Face } from "./caret";
import { useLeaving } from "./leaving";
import { Presence } from "./presence";
import { SaveBadge } from "./save-badge";
import { isOpen } from "./status";
import { TextEditor } from "./text-editor";
import { Trouble } from "./trouble";
import { useLiveText } from "./use-live-text";

export type LiveDocumentProps = {
  documentId: string;
  title: string;
  /** What it began from: its mandatory parts are watched. */
  template: string;
  /** What the page was told; the server tells again on the socket when it changes. */
  access: "read" | "write";
  me: Omit<Face, "color">;
  /** Called once the live text is on screen and may take the place of the page's. */
  onLive: () => void;
};

/** The living text: who is here, whether it is saved, and the editor; for readers the same without a pen. */
export default function LiveDocument({ documentId, title, template, access, me, onLive }: LiveDocumentProps) {
  const { t } = useTranslation();
  const { live, synced, status } = useLiveText(documentId);
  useLeaving(status, t("documents.leave"));
  const told = status.kind === "readonly" ? "read" : status.kind === "saved" ? "write" : null;
  useReasonOf(told !== null && told !== access);
  if (!live) return null;
  const mayWrite = synced && access === "write" && isOpen(status);
  return (
    <div className="live-document">
      <div className="document-bar no-print">
        <Presence provider={live.provider} me={me} />
        <SaveBadge status={status} />
      </div>
      <Trouble status={status} shared={live.shared} title={title} />
      {synced ? <TextEditor live={live} documentId={documentId} template={template} mayWrite={mayWrite} title={title} me={me} onReady={onLive} /> : null}
    </div>
  );
}

/** The socket says that access changed: the page is asked again, which also tells why. */
function useReasonOf(changed: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (changed) revalidate();
  }, [changed, revalidate]);
}
