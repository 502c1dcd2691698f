// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { requestPasswordReset, ResetRequest } from "./request-password-reset.server";

export const loader = load(async (ctx, { url }) => ({
  title: translate(ctx.locale, "identity.reset.title"),
  email: url.searchParams.get("email"),
}));

export const action = act(async (ctx, form) => {
  await requestPasswordReset(ctx, parse(ResetRequest, form));
  return redirectWith(ctx.actor ? paths.account() : paths.signIn(), "identity.reset.asked");
});

// carries Retry-After
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function RequestPasswordResetPage() {
  const { t } = useTranslation();
  const { email } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { email: t("identity.field.email") };
  return (
    <>
      <PageHeader title={t("identity.reset.title")} lead={t("identity.reset.lead")} />
      <Form method="post" action={paths.passwordReset()} className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="email" label={labels.email} type="email" autoComplete="username" state={state} initial={email} required />
        <div className="form-actions">
          <Button>{t("identity.reset.ask")}</Button>
          <ButtonLink to={paths.signIn()} look="outline-primary">
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
