// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState, useSyncExternalStore } from "react";
import * as Y from "yjs";
import { DocumentProvider, type SaveStatus } from "~realtime/index";

/** A connected shared text. `synced` turns true once the server has said all it knows, and stays so. */
export type LiveText = { shared: Y.Doc; provider: DocumentProvider };

const OFFLINE: SaveStatus = { kind: "offline" };
const nothing = () => () => {};

/** Connects to a document while the component is on screen; null until it runs in a browser. */
export function useLiveText(documentId: string): { live: LiveText | null; synced: boolean; status: SaveStatus } {
  const [live, setLive] = useState<LiveText | null>(null);
  const [synced, setSynced] = useState(false);
  useEffect(() => {
    const shared = new Y.Doc();
    const url = `${window.location.origin.replace(/^http/, "ws")}/realtime`;
    const provider = new DocumentProvider({ url, documentId, document: shared });
    const onSync = (done: boolean) => done && setSynced(true);
    provider.on("sync", onSync);
    setLive({ shared, provider });
    return () => {
      provider.off("sync", onSync);
      provider.destroy();
      shared.destroy();
      setLive(null);
      setSynced(false);
    };
  }, [documentId]);
  const provider = live?.provider;
  const status = useSyncExternalStore(provider?.subscribe ?? nothing, () => provider?.status ?? OFFLINE, () => OFFLINE);
  return { live, synced, status };
}
