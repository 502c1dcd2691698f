// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { findOrganisations } from "~/registry/index.server";
import { Button, Empty, ErrorSummary, Field, type FormState, PageHeader, Section, Select, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { addNeighbourhood, districtOf, enforceDistrict, enterBody, keepBody, localBodiesOf, neighbourhoodsOf, removeBody } from "./district.server";
import { localKinds } from "./liaison";

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const number = districtOf(params.number);
  await enforceDistrict(ctx, number);
  const words = url.searchParams.get("cerca")?.trim() ?? "";
  const bodies = await localBodiesOf(ctx, number);
  const known = new Set(bodies.map(({ organisationId }) => organisationId));
  const found = words ? (await findOrganisations(ctx, { testo: words })).rows.filter(({ id }) => !known.has(id)) : [];
  return {
    number,
    title: translate(ctx.locale, "liaison.bodies.keep"),
    words,
    bodies: bodies.map(({ id, name, slug, kind, enrolment, enrolmentFrom, note, neighbourhood }) => ({ id, name, slug, kind, enrolment, enrolmentFrom, note, neighbourhood })),
    found: found.map(({ id, name, slug }) => ({ id, name, slug })),
    neighbourhoods: (await neighbourhoodsOf(ctx, number)).map(({ id, name }) => ({ value: id, label: name })),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const number = districtOf(params.number);
  const done = () => redirectWith(paths.districtBodies(number), "liaison.bodies.done");
  switch (form.get("do")) {
    case "keep":
      await keepBody(ctx, number, form);
      return done();
    case "remove":
      await removeBody(ctx, number, String(form.get("id")));
      return done();
    case "neighbourhood":
      await addNeighbourhood(ctx, number, form);
      return done();
    default:
      await enterBody(ctx, number, form);
      return done();
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function BodiesPage() {
  const { t } = useTranslation();
  const { number, title, words, bodies, found, neighbourhoods } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const of = (what: string) => (state?.values.do === what ? state : undefined);
  const labels = { name: t("liaison.bodies.name"), kind: t("registry.list.kind"), purpose: t("liaison.bodies.purpose"), neighbourhoodId: t("workshops.form.neighbourhood"), note: t("liaison.bodies.note"), code: t("liaison.nil.code") };
  return (
    <>
      <PageHeader title={title} lead={t("liaison.bodies.lead")} trail={[{ to: paths.districts(), label: t("liaison.districts.title") }, { to: paths.district(number), label: t("registry.district", { number }) }]} />
      {bodies.length === 0 ? <Empty>{t("liaison.bodies.none")}</Empty> : null}
      <ul className="plain-list">
        {bodies.map((body) => (
          <li key={body.id}>
            <Link to={paths.organisation(body.slug)}>{body.name}</Link> <EnrolmentChip body={body} /> {body.neighbourhood ? `· ${body.neighbourhood}` : ""}
            {body.note ? <div className="muted">{body.note}</div> : null}
            <Form method="post">
              <input type="hidden" name="id" value={body.id} />
              <Button small name="do" value="remove" look="outline-primary" aria-label={`${t("liaison.bodies.remove")}: ${body.name}`}>{t("liaison.bodies.remove")}</Button>
            </Form>
          </li>
        ))}
      </ul>
      <Section title={t("liaison.bodies.fromRegistry")}>
        <ErrorSummary state={of("keep")} labels={labels} />
        <Form method="get" className="filters" role="search">
          <Field name="cerca" type="search" label={t("registry.filter.text")} initial={words} />
          <Button look="outline-primary">{t("web.form.search")}</Button>
        </Form>
        {words && found.length === 0 ? <p>{t("liaison.bodies.notFound")}</p> : null}
        <ul className="plain-list">
          {found.map((body) => (
            <li key={body.id}>
              <Form method="post" className="filters">
                <input type="hidden" name="organisationId" value={body.id} />
                <Link to={paths.organisation(body.slug)}>{body.name}</Link>
                {neighbourhoods.length > 0 ? <Select id={`nil-${body.id}`} name="neighbourhoodId" label={labels.neighbourhoodId} empty={t("workshops.form.wholeDistrict")} options={neighbourhoods} /> : null}
                <Button name="do" value="keep" aria-label={`${t("liaison.bodies.add")}: ${body.name}`}>{t("liaison.bodies.add")}</Button>
              </Form>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("liaison.bodies.unknown")}>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={of("enter")} labels={labels} />
          <Field name="name" label={labels.name} maxLength={160} state={of("enter")} required />
          <Select name="kind" label={labels.kind} empty={t("web.form.chooseOne")} options={localKinds.map((value) => ({ value, label: t(`registry.kind.${value}`) }))} state={of("enter")} required />
          <TextArea name="purpose" label={labels.purpose} rows={2} maxLength={500} state={of("enter")} />
          {neighbourhoods.length > 0 ? <Select id="nil-new" name="neighbourhoodId" label={labels.neighbourhoodId} empty={t("workshops.form.wholeDistrict")} options={neighbourhoods} state={of("enter")} /> : null}
          <TextArea name="note" label={labels.note} hint={t("liaison.bodies.noteHint")} rows={2} maxLength={500} state={of("enter")} />
          <Button name="do" value="enter">{t("liaison.bodies.enter")}</Button>
        </Form>
      </Section>
      <Section title={t("liaison.nil.title")}>
        <p>{neighbourhoods.map(({ label }) => label).join(" · ") || t("liaison.nil.none")}</p>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={of("neighbourhood")} labels={labels} />
          <Field id="nil-name" name="name" label={t("liaison.nil.name")} maxLength={80} state={of("neighbourhood")} required />
          <Field name="code" label={labels.code} maxLength={10} state={of("neighbourhood")} />
          <Button name="do" value="neighbourhood" look="outline-primary">{t("liaison.nil.add")}</Button>
        </Form>
      </Section>
    </>
  );
}
