// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Empty, ErrorSummary, type FormState, PageHeader, RadioGroup, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findOrganisation } from "../find-organisation.server";
import { InterestList } from "../parts/interest-list";
import { declareInterest as mayDeclare } from "../policy";
import { declareInterest, endInterest, holders, interestsOf } from "./interests.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const body = await findOrganisation(ctx, params.slug ?? "");
  const all = await interestsOf(ctx, body);
  return {
    title: translate(ctx.locale, "registry.interests.titleOf", { name: body.name }),
    name: body.name,
    slug: body.slug,
    interests: all.map(({ id, holder, person, what, declaredAt, endedAt }) => ({ id, holder, person, what, from: formatShortDate(declaredAt, ctx.locale), to: endedAt && formatShortDate(endedAt, ctx.locale) })),
    holders: [...holders],
    may: mayDeclare(ctx.actor, body).ok,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const slug = params.slug ?? "";
  const ended = form.get("end");
  if (typeof ended === "string") await endInterest(ctx, slug, ended);
  else await declareInterest(ctx, slug, form);
  return redirectWith(paths.organisationInterests(slug), ended ? "registry.interests.ended" : "registry.interests.declared");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function InterestsPage() {
  const { t } = useTranslation();
  const { name, slug, interests, holders: whose, may } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { holder: t("registry.interests.holder"), what: t("registry.interests.what") };
  const trail = [
    { to: paths.organisations(), label: t("registry.title") },
    { to: paths.organisation(slug), label: name },
  ];
  return (
    <>
      <PageHeader title={t("registry.interests.title")} lead={t("registry.interests.lead", { name })} trail={trail} />
      <Callout>{t("registry.interests.whoReads")}</Callout>
      {interests.length === 0 ? <Empty>{t("registry.interests.none")}</Empty> : <InterestList interests={interests} mayEnd={may} />}
      {may ? (
        <Section title={t("registry.interests.declare")}>
          <Form method="post" className="concerto-form" noValidate key={interests.length}>
            <ErrorSummary state={state} labels={labels} />
            <RadioGroup name="holder" legend={labels.holder} initial="body" options={whose.map((value) => ({ value, label: t(`registry.interests.holders.${value}`) }))} state={state} />
            <TextArea name="what" label={labels.what} hint={t("registry.interests.whatHint")} rows={3} maxLength={1000} state={state} required />
            <div className="form-actions">
              <Button>{t("registry.interests.declare")}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
