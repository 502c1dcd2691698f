// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { districtNumbers } from "~/registry";
import { Empty, Facts, PageHeader, Section, Tabs, Written } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { figuresOf } from "./figures.server";
import { listThemes, listWorkshops } from "./find-workshop.server";
import { BarsAndTable, PeopleByKind } from "./parts/people-chart";
import { saidOn } from "./synthesis.server";

export const loader = load(async (ctx, { url }) => {
  const asked = url.searchParams.get("ambito") ?? "";
  const district = asked === "citta" ? null : districtNumbers.find((number) => String(number) === asked);
  const figures = await figuresOf(ctx, { district });
  const { past } = await listWorkshops(ctx);
  const within = past.filter(({ attendanceClosedAt }) => attendanceClosedAt !== null);
  const held = within.filter((workshop) => district === undefined || workshop.district === district);
  const places = districtNumbers.filter((number) => within.some((workshop) => workshop.district === number));
  const themes = [];
  for (const { id, title } of await listThemes(ctx)) {
    const workshops = held.filter((workshop) => workshop.themes.some((theme) => theme.id === id)).length;
    const said = (await saidOn(ctx, id)).filter(({ workshopId }) => held.some((workshop) => workshop.id === workshopId)).map(({ workshopId, title: workshop, startsAt, text }) => ({ workshopId, workshop, on: formatShortDate(startsAt, ctx.locale), text }));
    if (workshops > 0) themes.push({ id, title, workshops, said });
  }
  return { title: translate(ctx.locale, "workshops.figures.title"), figures, themes, asked, places };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function FiguresPage() {
  const { t } = useTranslation();
  const { title, figures, themes, asked, places } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={t("workshops.figures.lead")} trail={[{ to: paths.workshops(), label: t("workshops.title") }]} />
      <Tabs
        label={t("workshops.figures.where")}
        tabs={[
          { to: paths.workshopFigures(), label: t("workshops.figures.all"), active: asked === "" },
          { to: paths.workshopFigures("citta"), label: t("workshops.wholeCity"), active: asked === "citta" },
          ...places.map((number) => ({ to: paths.workshopFigures(String(number)), label: t("registry.district", { number }), active: asked === String(number) })),
        ]}
      />
      {figures.workshops === 0 ? (
        <Empty>{t("workshops.figures.none")}</Empty>
      ) : (
        <>
          <Facts rows={(["workshops", "themes", "people", "comune", "others", "bodies"] as const).map((name) => [t(`workshops.figures.${name}`), String(figures[name])])} />
          <Section title={t("workshops.figures.byKind")}>
            <PeopleByKind byKind={figures.byKind} />
          </Section>
          <Section title={t("workshops.figures.byTheme")}>
            <BarsAndTable caption={t("workshops.figures.byTheme")} head={[t("workshops.theme"), t("workshops.figures.workshops")]} rows={themes.map(({ id, title: label, workshops }) => ({ key: id, label, n: workshops }))} />
          </Section>
          <Section title={t("workshops.figures.said")}>
            {themes.map(({ id, title: theme, said }) => (
              <details key={id}>
                <summary>{t("workshops.figures.saidOn", { theme, count: said.length })}</summary>
                {said.map(({ workshopId, workshop, on, text }) => (
                  <article key={workshopId}>
                    <h3>
                      <Link to={paths.workshop(workshopId)}>{workshop}</Link> <span className="muted">{on}</span>
                    </h3>
                    <p className="pre-line"><Written>{text}</Written></p>
                  </article>
                ))}
              </details>
            ))}
          </Section>
        </>
      )}
    </>
  );
}
