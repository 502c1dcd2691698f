// SPDX-License-Identifier: AGPL-3.0-or-later
import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import type { SaveStatus } from "~realtime/index";
import { hasUnsaved } from "./status";

/** Holds people back from leaving with words that are not safe: asks, or lets them go by itself once they are. */
export function useLeaving(status: SaveStatus, question: string): void {
  const unsaved = hasUnsaved(status);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (!unsaved) return blocker.proceed();
    // on its way to the disk: a moment more and nobody needs to be asked
    if (status.kind === "saving" || status.kind === "keeping") return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, unsaved, status.kind, question]);
}
