// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import { paths } from "~/web/paths";
import type { ParsedArea, ParsedObjective } from "../import/parsed";
import { PointedText } from "./pointed-text";

/** What was read, area by area, with the way to correct each part. */
export function DraftAreas({ areas, draftId }: { areas: ParsedArea[]; draftId: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {areas.map((area, i) => (
        <details key={area.number} className="draft-area">
          <summary>
            {area.number} {area.title}
            <span className="muted">
              {" "}
              · {t("plan.totals.objectives", { count: area.objectives.length })} ·{" "}
              {t("plan.totals.consolidation", { count: area.consolidation.length })}
            </span>
          </summary>
          {area.objectives.map((objective, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: position is what identifies it
            <DraftObjective
              key={n}
              objective={objective}
              code={`${area.number}.O${n + 1}`}
              correct={draftId && paths.planDraftObjective(draftId, i, n)}
            />
          ))}
          <h3>{t("plan.area.consolidation")}</h3>
          <ol>
            {area.consolidation.map((item, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: position is what identifies it
              <li key={n}>
                <PointedText text={item.text} />{" "}
                {item.review ? <Chip tone="warning">{t("plan.import.toReview")}</Chip> : null}
              </li>
            ))}
          </ol>
          {draftId ? <Link to={paths.planDraftArea(draftId, i)}>{t("plan.import.correctArea")}</Link> : null}
        </details>
      ))}
    </>
  );
}

function DraftObjective({
  objective,
  code,
  correct,
}: {
  objective: ParsedObjective;
  code: string;
  correct: string | null;
}) {
  const { t } = useTranslation();
  return (
    <section className="draft-objective">
      <h3>
        {code} {objective.title}
      </h3>
      <ol>
        {objective.strategies.map((strategy, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: position is what identifies it
          <li key={n}>
            {strategy.text} {strategy.review ? <Chip tone="warning">{t("plan.import.toReview")}</Chip> : null}
          </li>
        ))}
      </ol>
      <p className="muted">
        {t("plan.import.pillars")}: {objective.pillars.map((link) => `${link.code ?? "?"} ${link.label}`).join("; ")}
        {correct ? (
          <>
            {" "}
            · <Link to={correct}>{t("plan.import.correctObjective", { code })}</Link>
          </>
        ) : null}
      </p>
    </section>
  );
}
