// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentProvider } from "~realtime/index";
import type { Proposer } from "../contributions/suggestions/proposer";
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
  /** That past ended because a copy of the data was put back. */
  restored: boolean;
  title: string;
  /** What it began from: its mandatory parts are watched. */
  template: string;
  /** What the page was told; the server tells again on the socket when it changes. */
  access: "read" | "suggest" | "write";
  /** Names of those whose suggestions are in the text. */
  proposers: Proposer[];
  me: Omit<Face, "color">;
  /** Called once the live text is on screen and may take the place of the page's. */
  onLive: () => void;
};

/** The living text: who is here, whether it is saved, and the editor; for readers the same without a pen. */
export default function LiveDocument({ documentId, epoch, restored, title, template, access, proposers, me, onLive }: LiveDocumentProps) {
  const { t } = useTranslation();
  const { live, ready, status } = useLiveText({ documentId, epoch, title }, me);
  useLeaving(status, t("documents.live.leave"));
  const told = useTold(live?.provider);
  useReasonOf(told !== null && told !== access);
  if (!live) return null;
  const mayType = ready && access !== "read" && told !== "read" && isOpen(status);
  // the stricter of the two, until the page has been asked again
  const onlySuggests = access === "suggest" || told === "suggest";
  return (
    <div className="live-document">
      <div className="document-bar no-print">
        <Presence provider={live.provider} me={me} />
        <SaveBadge status={status} />
      </div>
      <Trouble status={status} shared={live.shared} title={title} />
      <Leftovers voice={me} documentId={documentId} epoch={epoch} title={title} live={live} restored={restored} />
      <CaretNames live={live} />
      {ready ? <TextEditor live={live} documentId={documentId} template={template} mayType={mayType} onlySuggests={onlySuggests} proposers={proposers} title={title} me={me} onReady={onLive} /> : null}
    </div>
  );
}

function CaretNames({ live }: { live: LiveText }) {
  useCaretNames(live.provider);
  return null;
}

/** What the server last said on the socket about what one may do; null before. */
function useTold(provider: DocumentProvider | undefined): LiveDocumentProps["access"] | null {
  const [told, setTold] = useState<LiveDocumentProps["access"] | null>(null);
  useEffect(() => {
    setTold(null);
    return provider?.onControl((control) => {
      if (control.type === "welcome" || control.type === "access") setTold(control.sealed ? "read" : control.access);
    });
  }, [provider]);
  return told;
}

/** The socket says that access changed: the page is asked again, which also tells why. */
function useReasonOf(changed: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (changed) revalidate();
  }, [changed, revalidate]);
}
