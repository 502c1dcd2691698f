// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty } from "~/ui";
import { paths } from "~/web/paths";
import { useDesk } from "../../live/desk";
import type { ContributionsShown } from "../list-contributions.server";
import { showSuggestion } from "../live/suggesting/show-suggestion";
import { useChanged } from "../live/use-changed";
import { ContributionCard } from "./contribution-card";
import { ContributionFilter } from "./contribution-filter";

/** Suggestions and observations beside the text; what others do appears by itself. */
export function SuggestionsPanel({ documentId, shown, filter, bodies, counts, may }: ContributionsShown & { documentId: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  useChanged("suggestions");
  useChanged("observations");
  return (
    <div className="talk-panel">
      <ContributionFilter filter={filter} bodies={bodies} />
      {shown.length === 0 ? <Empty>{t(counts.all === 0 ? "contributions.ledger.none" : "contributions.ledger.noneSuch")}</Empty> : null}
      {shown.map((contribution) => (
        <ContributionCard key={contribution.id} contribution={contribution} documentId={documentId} onShow={desk && contribution.mark ? () => showSuggestion(desk.editor, contribution.mark ?? "") : undefined} />
      ))}
      <p className="no-print">
        <Link to={paths.documentSuggestions(documentId)}>{t("contributions.ledger.all")}</Link>
        {may.observe ? (
          <>
            {" · "}
            <Link to={`${paths.documentSuggestions(documentId)}#osservazione`}>{t("contributions.observation.new")}</Link>
          </>
        ) : null}
        {" · "}
        <Link to={paths.documentPositions(documentId)}>{t("contributions.position.title")}</Link>
      </p>
    </div>
  );
}
