// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useDesk } from "../../live/desk";

/** Asks the page again when the server says that something of this kind is new, and each time the connection comes back. */
export function useChanged(topic: string): void {
  const provider = useDesk()?.provider;
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!provider) return;
    const stop = provider.onChanged((changed) => changed === topic && revalidate());
    const back = (synced: boolean) => synced && revalidate();
    provider.on("sync", back);
    return () => {
      stop();
      provider.off("sync", back);
    };
  }, [provider, topic, revalidate]);
}
