// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { Entry } from "../schema/outline";

type Props = {
  entries: Entry[];
  /** In the living text a heading is shown by moving to it; elsewhere the address does it. */
  onGo?: (entry: Entry) => void;
};

/** Fewer headings than this are in sight anyway. */
const FEWEST = 3;

/** The table of contents: the headings, by level. */
export function OutlineList({ entries, onGo }: Props) {
  const { t } = useTranslation();
  if (entries.length < FEWEST) return null;
  return (
    <nav className="document-outline no-print" aria-label={t("documents.writing.outline")}>
      <details>
        <summary>{t("documents.writing.outline")}</summary>
        <ol>
          {entries.map((entry, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: headings may share words and lack ids
            <li key={i} className={`outline-${entry.level}`}>
              <a
                href={`#${entry.id ?? ""}`}
                onClick={(event) => {
                  if (!onGo) return;
                  event.preventDefault();
                  onGo(entry);
                }}
              >
                {entry.text}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
