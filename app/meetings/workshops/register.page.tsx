// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, Checkbox, ErrorSummary, Field, type FormState, PageHeader, Select } from "~/ui";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { findWorkshop, placesTaken } from "./find-workshop.server";
import { askForPlace } from "./register.server";
import { viewWorkshop } from "./view-workshop.server";
import { attendeeKinds, CONFIRM_HOURS, KEEP_DAYS } from "./workshop";

export const loader = load(async (ctx, { params }) => {
  const workshop = viewWorkshop(ctx, await findWorkshop(ctx, params.id ?? ""));
  if (workshop.state !== "open") throw problem("missing", { because: "workshops.register.closed" });
  const { seats } = await placesTaken(ctx, workshop.id);
  return { title: translate(ctx.locale, "workshops.register.title", { workshop: workshop.title }), workshop, full: seats >= workshop.capacity };
});

export const action = act(async (ctx, form, { params }) => {
  await askForPlace(ctx, params.id ?? "", form);
  return redirectWith(paths.workshop(params.id ?? ""), "workshops.register.asked");
});

// carries Retry-After
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function RegisterPage() {
  const { t } = useTranslation();
  const { workshop, full } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { name: t("workshops.register.name"), email: t("workshops.register.email"), kind: t("workshops.register.kind"), bodyName: t("workshops.register.bodyName"), read: t("workshops.register.read") };
  return (
    <>
      <PageHeader title={t("workshops.register.heading")} lead={`${workshop.title}. ${t("workshops.when", { day: workshop.day, from: workshop.from, until: workshop.until })}, ${workshop.place}.`} trail={[{ to: paths.workshops(), label: t("workshops.title") }, { to: paths.workshop(workshop.id), label: workshop.title }]} />
      {full ? <Callout tone="warning">{t("workshops.register.fullNow")}</Callout> : null}
      <p>{t("workshops.register.noAccount", { hours: CONFIRM_HOURS })}</p>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="name" label={labels.name} autoComplete="name" maxLength={120} state={state} required />
        <Field name="email" type="email" label={labels.email} hint={t("workshops.register.emailHint")} autoComplete="email" state={state} required />
        <Select name="kind" label={labels.kind} empty={t("web.form.chooseOne")} options={attendeeKinds.map((value) => ({ value, label: t(`workshops.kind.${value}`) }))} state={state} required />
        <Field name="bodyName" label={labels.bodyName} hint={t("workshops.register.bodyHint")} autoComplete="organization" maxLength={160} state={state} />
        <Callout title={t("workshops.register.privacyTitle")}>
          <p>{t("workshops.register.privacy", { days: KEEP_DAYS })}</p>
          <Link to={paths.guide("privacy")}>{t("workshops.register.privacyMore")}</Link>
        </Callout>
        <Checkbox name="read" label={labels.read} state={state} />
        <div className="form-actions">
          <Button>{t("workshops.register.send")}</Button>
          <ButtonLink look="outline-primary" to={paths.workshop(workshop.id)}>{t("web.form.cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
