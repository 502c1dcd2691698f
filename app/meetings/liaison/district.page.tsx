// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { Button, ButtonLink, DataTable, Empty, PageHeader, Section, Select } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { figuresOf } from "../workshops/figures.server";
import { listWorkshops } from "../workshops/find-workshop.server";
import { PeopleByKind } from "../workshops/parts/people-chart";
import { WorkshopCards } from "../workshops/parts/workshop-cards";
import { keepDistrict } from "../workshops/policy";
import { ownDistrict } from "../workshops/save-workshop.server";
import { viewWorkshop } from "../workshops/view-workshop.server";
import { districtOf, localBodiesOf, municipioOf, neighbourhoodsOf } from "./district.server";
import { countsOf, elementsOf, listLiaisons } from "./liaisons.server";
import { Elements } from "./parts/elements";
import { viewElement } from "./view-element.server";

export const loader = load(async (ctx, { params, url, site }) => {
  const number = districtOf(params.number);
  const neighbourhoods = await neighbourhoodsOf(ctx, number);
  const chosen = neighbourhoods.find(({ id }) => id === url.searchParams.get("nil"));
  const municipio = await municipioOf(ctx, number);
  const { coming, past } = await listWorkshops(ctx, { district: number });
  const here = (list: typeof coming) => list.filter(({ neighbourhoodId }) => !chosen || neighbourhoodId === chosen.id).map((workshop) => viewWorkshop(ctx, workshop));
  const liaisons = await listLiaisons(ctx, number);
  const elements = (await elementsOf(ctx, liaisons)).filter(({ neighbourhoodId }) => !chosen || neighbourhoodId === chosen.id);
  const sequels = await site.itemSequels(ctx, elements.flatMap(({ item }) => item ?? []));
  return {
    number,
    title: translate(ctx.locale, "registry.district", { number }),
    municipio: municipio && { slug: municipio.slug, name: municipio.name },
    neighbourhoods: neighbourhoods.map(({ id, name }) => ({ value: id, label: name })),
    chosen: chosen ? { id: chosen.id, name: chosen.name } : null,
    // the note of the office stays with the office
    bodies: (await localBodiesOf(ctx, number, chosen?.id)).map(({ note: _note, ...body }) => body),
    coming: here(coming),
    past: here(past),
    figures: chosen ? null : await figuresOf(ctx, { district: number }),
    counts: await countsOf(ctx, number),
    elements: elements.map((element) => viewElement(ctx, element, sequels)),
    mayKeep: keepDistrict(ctx.actor, number, await ownDistrict(ctx)).ok,
    seesLiaisons: liaisons.length > 0,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function DistrictPage() {
  const { t } = useTranslation();
  const { number, title, municipio, neighbourhoods, chosen, bodies, coming, past, figures, counts, elements, mayKeep, seesLiaisons } = useLoaderData<typeof loader>();
  const heads = [t("registry.list.name"), t("registry.list.kind"), t("workshops.form.neighbourhood")];
  return (
    <>
      <PageHeader
        title={chosen ? `${title}: ${chosen.name}` : title}
        lead={t("liaison.district.lead")}
        trail={[{ to: paths.districts(), label: t("liaison.districts.title") }]}
        actions={
          <>
            {mayKeep || seesLiaisons ? <ButtonLink look="outline-primary" to={paths.liaisons(number)}>{t("liaison.title")}</ButtonLink> : null}
            {mayKeep ? <ButtonLink look="outline-primary" to={paths.districtBodies(number)}>{t("liaison.bodies.keep")}</ButtonLink> : null}
            {mayKeep ? <ButtonLink to={paths.newWorkshop()}>{t("workshops.new.action")}</ButtonLink> : null}
          </>
        }
      />
      {municipio ? (
        <p>
          <Link to={paths.organisation(municipio.slug)}>{t("liaison.district.body", { name: municipio.name })}</Link>
        </p>
      ) : null}
      {neighbourhoods.length > 0 ? (
        <Form method="get" className="filters" key={chosen?.id ?? ""}>
          <Select name="nil" label={t("workshops.form.neighbourhood")} empty={t("workshops.form.wholeDistrict")} options={neighbourhoods} initial={chosen?.id} />
          <Button look="outline-primary">{t("web.form.filter")}</Button>
        </Form>
      ) : null}
      <Section title={t("workshops.title")}>
        <WorkshopCards workshops={[...coming, ...past]} empty={t("liaison.district.noWorkshops")} />
        {figures && figures.people > 0 ? (
          <>
            <p>{t("workshops.figures.sentence", { people: figures.people, comune: figures.comune, others: figures.others, bodies: figures.bodies })}</p>
            <PeopleByKind byKind={figures.byKind} />
          </>
        ) : null}
      </Section>
      <Section title={t("liaison.district.gathered")}>
        <p>{t("liaison.district.counts", counts)}</p>
        {elements.length > 0 ? <Elements elements={elements} /> : null}
      </Section>
      <Section title={t("liaison.bodies.title")}>
        {bodies.length === 0 ? (
          <Empty>{t("liaison.bodies.none")}</Empty>
        ) : (
          <DataTable caption={t("liaison.bodies.title")} head={heads}>
            {bodies.map((body) => (
              <tr key={body.id}>
                <th scope="row">
                  <Link to={paths.organisation(body.slug)}>{body.name}</Link> <EnrolmentChip body={body} />
                  {body.purpose ? <div className="muted">{body.purpose}</div> : null}
                </th>
                <td data-label={heads[1]}>{body.etsCategory ? t(`registry.category.${body.etsCategory}`) : t(`registry.kind.${body.kind}`)}</td>
                <td data-label={heads[2]}>{body.neighbourhood ?? "—"}</td>
              </tr>
            ))}
          </DataTable>
        )}
      </Section>
    </>
  );
}
