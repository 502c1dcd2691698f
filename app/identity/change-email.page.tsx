// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { emailOf } from "./person.server";
import { EmailChange, requestEmailChange } from "./request-email-change.server";

export const loader = load(async (ctx) => ({
  title: translate(ctx.locale, "identity.email.title"),
  current: await emailOf(ctx, signedIn(ctx).personId),
}));

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  await requestEmailChange(ctx, parse(EmailChange, form));
  return redirectWith(paths.account(), "identity.email.asked");
});

// carries Retry-After
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ChangeEmailPage() {
  const { t } = useTranslation();
  const { current } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { email: t("identity.field.newEmail"), password: t("identity.field.password") };
  return (
    <>
      <PageHeader title={t("identity.email.title")} lead={t("identity.email.lead", { email: current })} trail={[{ to: paths.account(), label: t("identity.profile.title") }]} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="email" label={labels.email} type="email" autoComplete="email" state={state} required />
        <Field name="password" label={labels.password} hint={t("identity.email.whyPassword")} type="password" autoComplete="current-password" state={state} required />
        <div className="form-actions">
          <Button>{t("identity.email.ask")}</Button>
          <ButtonLink to={paths.account()} look="outline-primary">
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
