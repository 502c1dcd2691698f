// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { districtNumbers } from "~/registry";
import { Button, ButtonLink, PageHeader, Section, Select } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { listThemes, listWorkshops } from "./find-workshop.server";
import { WorkshopCards } from "./parts/workshop-cards";
import { hold } from "./policy";
import { viewWorkshop } from "./view-workshop.server";

/** Past workshops shown before somebody asks for all. */
const RECENT = 9;

export const loader = load(async (ctx, { url }) => {
  const asked = { municipio: url.searchParams.get("municipio") ?? "", tema: url.searchParams.get("tema") ?? "" };
  const district = districtNumbers.find((number) => String(number) === asked.municipio);
  const { coming, past } = await listWorkshops(ctx, { district, themeId: asked.tema || undefined });
  const view = (workshop: (typeof coming)[number]) => viewWorkshop(ctx, workshop);
  return { title: translate(ctx.locale, "workshops.title"), asked, coming: coming.map(view), past: past.slice(0, url.searchParams.has("tutti") ? past.length : RECENT).map(view), held: past.length, themes: (await listThemes(ctx)).map(({ id, title }) => ({ value: id, label: title })), mayHold: hold(ctx.actor).ok };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function WorkshopsPage() {
  const { t } = useTranslation();
  const { title, asked, coming, past, held, themes, mayHold } = useLoaderData<typeof loader>();
  const actions = (
    <>
      <ButtonLink look="outline-primary" to={paths.workshopFigures()}>{t("workshops.figures.title")}</ButtonLink>
      <ButtonLink look="outline-primary" to={paths.districts()}>{t("liaison.districts.title")}</ButtonLink>
      {mayHold ? <ButtonLink look="outline-primary" to={paths.workshopThemes()}>{t("workshops.themes.title")}</ButtonLink> : null}
      {mayHold ? <ButtonLink to={paths.newWorkshop()}>{t("workshops.new.action")}</ButtonLink> : null}
    </>
  );
  return (
    <>
      <PageHeader title={title} lead={t("workshops.lead")} actions={actions} />
      <Form method="get" className="filters" role="search" key={JSON.stringify(asked)}>
        <Select name="municipio" label={t("registry.filter.district")} empty={t("registry.filter.any")} initial={asked.municipio} options={districtNumbers.map((number) => ({ value: String(number), label: t("registry.district", { number }) }))} />
        <Select name="tema" label={t("workshops.theme")} empty={t("registry.filter.any")} initial={asked.tema} options={themes} />
        <Button look="outline-primary">{t("web.form.filter")}</Button>
        {asked.municipio || asked.tema ? <Link to={paths.workshops()}>{t("web.form.clear")}</Link> : null}
      </Form>
      <Section title={t("workshops.coming")}>
        <WorkshopCards workshops={coming} empty={t("workshops.noneComing")} />
      </Section>
      {past.length > 0 ? (
        <Section title={t("workshops.past")}>
          <WorkshopCards workshops={past} empty="" />
          {held > past.length ? (
            <p>
              <Link to={paths.workshops({ ...asked, tutti: "1" })}>{t("workshops.allPast", { count: held })}</Link>
            </p>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
