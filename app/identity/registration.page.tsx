// SPDX-License-Identifier: AGPL-3.0-or-later
import { type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { RegistrationRequest, requestRegistration } from "./request-registration.server";

export const loader = load(async (ctx) => {
  if (ctx.actor) throw redirect(paths.representBody());
  return { title: translate(ctx.locale, "identity.registration.title") };
});

export const action = act(async (ctx, form) => {
  await requestRegistration(ctx, parse(RegistrationRequest, form));
  return redirectWith(paths.representBody(), "identity.registration.asked");
});

// carries Retry-After
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function RegistrationPage() {
  const { t } = useTranslation();
  const { title } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { email: t("identity.field.email") };
  return (
    <>
      <PageHeader title={title} lead={t("identity.registration.lead")} trail={[{ to: paths.representBody(), label: t("registry.claims.represent") }]} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="email" label={labels.email} type="email" autoComplete="email" state={state} required />
        <div className="form-actions">
          <Button>{t("identity.registration.ask")}</Button>
          <ButtonLink to={paths.signIn()} look="outline-primary">
            {t("identity.registration.have")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
