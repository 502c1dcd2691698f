// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SaveStatus } from "~realtime/index";
import { badgeKey, hasUnsaved, isLost } from "./status";

/** A state must last this long before it is read out: while one types it changes every second. */
const SETTLED_MS = 1500;

/** Whether what was typed is on the server's disk. The words are seen at once and read out when they settle. */
export function SaveBadge({ status }: { status: SaveStatus }) {
  const { t } = useTranslation();
  const words = t(badgeKey(status));
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (status.kind === "saving") return;
    const timer = setTimeout(() => setSaid(words), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [status.kind, words]);
  const tone = isLost(status) || status.kind === "unsaved" ? "danger" : hasUnsaved(status) ? "busy" : status.kind;
  return (
    <>
      <span className={`save-badge save-${tone}`} data-status={status.kind} aria-hidden="true">
        {words}
      </span>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
