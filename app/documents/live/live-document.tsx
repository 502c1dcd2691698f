// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Face } from "./caret";
import { useCaretNames } from "./caret-names";
import { useLeaving } from "./leaving";
import { Leftovers } from "./leftovers";
import { Presence } from "./presence";
import { SaveBadge } from "./save-badge";
import { isOpen } from "./status";
import { TextEditor } from "./text-editor";
import { Trouble } from "./trouble";
import { type LiveText, useLiveText } from "./use-live-text";

export type LiveDocumentProps = {
  documentId: string;
  /** Which past the text has; see `realtimeDocuments`. */
  epoch: number;
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
export default function LiveDocument({ documentId, epoch, title, template, access, me, onLive }: LiveDocumentProps) {
  const { t } = useTranslation();
  const { live, ready, status } = useLiveText({ documentId, epoch, title }, me);
  useLeaving(status, t("documents.live.leave"));
  const told = status.kind === "readonly" ? "read" : status.kind === "saved" ? "write" : null;
  useReasonOf(told !== null && told !== access);
  if (!live) return null;
  const mayWrite = ready && access === "write" && isOpen(status);
  return (
    <div className="live-document">
      <div className="document-bar no-print">
        <Presence provider={live.provider} me={me} />
        <SaveBadge status={status} />
      </div>
      <Trouble status={status} shared={live.shared} title={title} />
      <Leftovers voice={me} documentId={documentId} epoch={epoch} title={title} />
      <CaretNames live={live} />
      {ready ? <TextEditor live={live} documentId={documentId} template={template} mayWrite={mayWrite} title={title} me={me} onReady={onLive} /> : null}
    </div>
  );
}

function CaretNames({ live }: { live: LiveText }) {
  useCaretNames(live.provider);
  return null;
}

/** The socket says that access changed: the page is asked again, which also tells why. */
function useReasonOf(changed: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (changed) revalidate();
  }, [changed, revalidate]);
}
