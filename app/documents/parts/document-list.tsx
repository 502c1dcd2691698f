// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatShortDate, formatTime } from "~/web/time";
import type { ListedDocument } from "../list-documents.server";
import { DocumentChips } from "./document-chips";

/** Documents one below the other: title, what it is, where it belongs, who changed it last and when. */
export function DocumentList({ documents, withTable = true, level: Heading = "h2" }: { documents: ListedDocument[]; withTable?: boolean; level?: "h2" | "h3" }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  return (
    <ul className="document-list">
      {documents.map((document) => (
        <li key={document.id}>
          <Heading className="document-list-title">
            <Link to={paths.document(document.id)}>{document.title}</Link>
          </Heading>
          <div className="page-chips">
            <DocumentChips document={{ ...document, locked: document.lockedAt !== null }} />
            {withTable && document.tableName ? <Chip>{document.tableName}</Chip> : null}
          </div>
          <p className="document-list-when">
            {t(document.changedBy ? "documents.list.changedBy" : "documents.list.changed", {
              when: `${formatShortDate(document.changedAt, locale)}, ${formatTime(document.changedAt, locale)}`,
              body: document.changedBy ?? "",
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
