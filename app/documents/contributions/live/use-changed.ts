// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from "react";
import type { DocumentProvider } from "~realtime/index";

/** Calls back when the server says that something of this kind is new, and after each time the connection comes back. */
export function useChanged(provider: DocumentProvider, topic: string, onChanged: () => void): void {
  useEffect(() => {
    const stop = provider.onChanged((changed) => changed === topic && onChanged());
    const back = (synced: boolean) => synced && onChanged();
    provider.on("sync", back);
    return () => {
      stop();
      provider.off("sync", back);
    };
  }, [provider, topic, onChanged]);
}
