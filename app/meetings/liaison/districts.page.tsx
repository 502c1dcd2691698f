// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { districtNumbers, registryPolicy } from "~/registry";
import { ButtonLink, Card, CardGrid, PageHeader } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { listWorkshops } from "../workshops/find-workshop.server";
import { localBodiesOf } from "./district.server";
import { countsOf } from "./liaisons.server";

export const loader = load(async (ctx) => {
  const { coming, past } = await listWorkshops(ctx);
  const rows = [];
  for (const number of districtNumbers) {
    const own = (list: typeof coming) => list.filter(({ district, cancelledAt }) => district === number && cancelledAt === null).length;
    rows.push({ number, bodies: (await localBodiesOf(ctx, number)).length, coming: own(coming), held: own(past), ...(await countsOf(ctx, number)) });
  }
  return { title: translate(ctx.locale, "liaison.districts.title"), rows, mayImport: registryPolicy.keepRegistry(ctx.actor).ok };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function DistrictsPage() {
  const { t } = useTranslation();
  const { title, rows, mayImport } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={t("liaison.districts.lead")} actions={
          <>
            {mayImport ? <ButtonLink look="outline-primary" to={paths.neighbourhoods()}>{t("liaison.nilList.title")}</ButtonLink> : null}
            <ButtonLink look="outline-primary" to={paths.workshops()}>{t("workshops.title")}</ButtonLink>
          </>
        }
      />
      <CardGrid>
        {rows.map(({ number, bodies, coming, held, brought }) => (
          <Card key={number} level="h2" to={paths.district(number)} title={t("registry.district", { number })}>
            <ul className="plain-list">
              <li>{t("liaison.districts.bodies", { count: bodies })}</li>
              <li>{t("liaison.districts.workshops", { coming, held })}</li>
              <li>{t("liaison.districts.brought", { count: brought })}</li>
            </ul>
          </Card>
        ))}
      </CardGrid>
    </>
  );
}
