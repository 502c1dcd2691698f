// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 5_000;

/** Asks the server anew while the page is looked at; nothing typed is lost. Without JavaScript the page can be loaded again by hand. */
export function RefreshItself() {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate, state]);
  return null;
}
