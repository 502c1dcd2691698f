// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { findToken } from "./email-token.server";
import { ResetPassword, resetPassword } from "./reset-password.server";

// only looks at the link: mail scanners open links too
export const loader = load(async (ctx, { params }) => {
  await findToken(ctx, "password_reset", params.secret ?? "");
  return { title: translate(ctx.locale, "identity.newPassword.title") };
});

export const action = act(async (ctx, form, { params, site }) => {
  await resetPassword(ctx, params.secret ?? "", parse(ResetPassword, form));
  return redirectWith(paths.signIn(), "identity.newPassword.done", { "Set-Cookie": site.sessions.cookie(null) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ResetPasswordPage() {
  const { t } = useTranslation();
  const state = useActionData<FormState>();
  const labels = { password: t("identity.field.newPassword") };
  return (
    <>
      <PageHeader title={t("identity.newPassword.title")} lead={t("identity.newPassword.lead")} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="password" label={labels.password} hint={t("identity.password.hint")} type="password" autoComplete="new-password" state={state} required />
        <div className="form-actions">
          <Button>{t("identity.newPassword.do")}</Button>
        </div>
      </Form>
    </>
  );
}
