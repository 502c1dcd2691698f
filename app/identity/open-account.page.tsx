// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { findToken } from "./email-token.server";
import { NewAccount, openAccount } from "./open-account.server";

// only looks at the link: mail scanners open links too
export const loader = load(async (ctx, { params }) => {
  const { email } = await findToken(ctx, "registration", params.secret ?? "");
  return { email, title: translate(ctx.locale, "identity.registration.openTitle") };
});

export const action = act(async (ctx, form, { params, site }) => {
  const { sessionId } = await openAccount(ctx, params.secret ?? "", parse(NewAccount, form));
  return redirect(paths.representBody(), { headers: { "Set-Cookie": site.sessions.cookie(sessionId) } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function OpenAccountPage() {
  const { t } = useTranslation();
  const { title, email } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { label: t("identity.field.label"), password: t("identity.field.password") };
  return (
    <>
      <PageHeader title={title} lead={t("identity.registration.openLead", { email })} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field name="label" label={labels.label} hint={t("identity.invitation.labelHint")} autoComplete="name" state={state} required />
        <Field name="password" label={labels.password} hint={t("identity.password.hint")} type="password" autoComplete="new-password" state={state} required />
        <div className="form-actions">
          <Button>{t("identity.registration.open")}</Button>
        </div>
      </Form>
    </>
  );
}
