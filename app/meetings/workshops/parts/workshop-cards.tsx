// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Card, CardGrid, Chip, Empty } from "~/ui";
import { paths } from "~/web/paths";
import type { WorkshopView } from "../view-workshop.server";

/** Workshops as cards: when, where, on what. */
export function WorkshopCards({ workshops, empty }: { workshops: WorkshopView[]; empty: string }) {
  const { t } = useTranslation();
  if (workshops.length === 0) return <Empty>{empty}</Empty>;
  return (
    <CardGrid>
      {workshops.map((workshop) => (
        <Card key={workshop.id} to={paths.workshop(workshop.id)} title={workshop.title} kicker={t("workshops.when", { day: workshop.day, from: workshop.from, until: workshop.until })} footer={<WorkshopChips workshop={workshop} />}>
          <p>
            {workshop.place}
            {workshop.neighbourhood ? ` · ${workshop.neighbourhood}` : ""}
          </p>
          <p className="muted">{workshop.themes.map(({ title }) => title).join(" · ")}</p>
        </Card>
      ))}
    </CardGrid>
  );
}

/** Who holds a workshop and where it is on its way. */
export function WorkshopChips({ workshop: { state, district, synthesis } }: { workshop: Pick<WorkshopView, "state" | "district" | "synthesis"> }) {
  const { t } = useTranslation();
  const tone = state === "open" ? "success" : state === "cancelled" ? "danger" : state === "draft" ? "warning" : "neutral";
  return (
    <>
      <Chip tone="primary">{district ? t("registry.district", { number: district }) : t("workshops.wholeCity")}</Chip> <Chip tone={tone}>{t(`workshops.state.${state}`)}</Chip>{" "}
      {synthesis ? <Chip tone="success">{t("workshops.synthesis.published")}</Chip> : null}
    </>
  );
}
