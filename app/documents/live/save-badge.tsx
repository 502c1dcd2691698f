// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SaveStatus } from "~realtime/index";
import { badgeKey, badgeTone } from "./status";

/** A state must last this long before it is read out: while one types it changes every second. */
const SETTLED_MS = 1500;

/** Where what was typed is. The words are seen at once and read out when they settle; passing states are not. */
export function SaveBadge({ status }: { status: SaveStatus }) {
  const { t } = useTranslation();
  const words = t(badgeKey(status));
  const passing = status.kind === "saving" || status.kind === "keeping";
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (passing) return;
    const timer = setTimeout(() => setSaid(words), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [passing, words]);
  return (
    <>
      <span className={`save-badge save-${badgeTone(status)}`} data-status={status.kind} aria-hidden="true">
        {words}
      </span>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
