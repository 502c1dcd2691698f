// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFetcher } from "@remix-run/react";
import { useEffect, useMemo } from "react";
import { type Desk, useDesk } from "../../live/desk";
import { TEXT } from "../../schema/text-name";
import { Legend } from "../legend";
import type { loader } from "../letters.page";
import { authorColours, authorColoursKey, type Known, paint } from "./author-colours";

/** The text is painted when the hands rest, and the server is asked again when they have rested longer. */
const REST_MS = 300;
const ASK_MS = 4000;

/** Colours the living text by body while it is on the page. */
export default function LiveColours({ documentId }: { documentId: string }) {
  const desk = useDesk();
  const { load, data } = useFetcher<typeof loader>();
  const known = data && "legend" in data ? (data as Known) : null;
  useEffect(() => load(`/documenti/${documentId}/contributi/lettere`), [documentId, load]);
  useAskAgain(desk, documentId, load);
  usePaint(desk, known);
  return desk && known ? <Legend legend={known.legend} /> : null;
}

function useAskAgain(desk: Desk | null, documentId: string, load: (href: string) => void): void {
  useEffect(() => {
    if (!desk) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => load(`/documenti/${documentId}/contributi/lettere`), ASK_MS);
    };
    desk.editor.on("update", later);
    return () => {
      clearTimeout(timer);
      desk.editor.off("update", later);
    };
  }, [desk, documentId, load]);
}

function usePaint(desk: Desk | null, known: Known | null): void {
  const entryOf = useMemo(() => new Map(known?.legend.map(({ organisationId, className }, i) => [/by-\d/.test(className) ? organisationId : Symbol(), i] as const)), [known]);
  useEffect(() => {
    if (!desk) return;
    const { editor } = desk;
    editor.registerPlugin(authorColours());
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(authorColoursKey);
    };
  }, [desk]);
  useEffect(() => {
    if (!desk || !known) return;
    const { editor, provider } = desk;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const present = (client: number) => {
      const user = provider.awareness.getStates().get(client)?.user as { organisationId?: string | null } | undefined;
      return entryOf.get(user?.organisationId ?? null) ?? -1;
    };
    const now = () => {
      if (!editor.isDestroyed) paint(editor.view, provider.doc.getXmlFragment(TEXT), known, present);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(now, REST_MS);
    };
    now();
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [desk, known, entryOf]);
}
