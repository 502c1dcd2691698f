// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState, useSyncExternalStore } from "react";
import * as Y from "yjs";
import { DocumentProvider, type SaveStatus } from "~realtime/index";
import { SCHEMA_VERSION } from "../document";

/** A shared text and its connection. */
export type LiveText = { shared: Y.Doc; provider: DocumentProvider };

type Document = { documentId: string; epoch: number; title: string };
type Voice = { id: string; organisationId: string | null };

const OFFLINE: SaveStatus = { kind: "offline" };
const nothing = () => () => {};

/**
 * Connects to a document while the component is on screen; `live` is null until it runs in a browser. `ready` turns true
 * once the server has said all it knows or this device had a copy of the same epoch, and stays so.
 */
export function useLiveText({ documentId, epoch, title }: Document, { id: personId, organisationId }: Voice): { live: LiveText | null; ready: boolean; status: SaveStatus } {
  const [live, setLive] = useState<LiveText | null>(null);
  const [ready, setReady] = useState(false);
  // a new title is no reason to connect anew: it is only what the copy is listed under
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const shared = new Y.Doc();
    const provider = new DocumentProvider({
      url: `${window.location.origin.replace(/^http/, "ws")}/realtime`,
      documentId,
      epoch,
      document: shared,
      voice: { personId, organisationId },
      schema: String(SCHEMA_VERSION),
      copy: { title },
    });
    let here = true;
    void provider.ready.then(() => here && setReady(true));
    setLive({ shared, provider });
    return () => {
      here = false;
      provider.destroy();
      shared.destroy();
      setLive(null);
      setReady(false);
    };
  }, [documentId, epoch, personId, organisationId]);
  const provider = live?.provider;
  const status = useSyncExternalStore(provider?.subscribe ?? nothing, () => provider?.status ?? OFFLINE, () => OFFLINE);
  return { live, ready, status };
}
