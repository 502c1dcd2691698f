// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { confirmEmailChange } from "./confirm-email-change.server";
import { findToken } from "./email-token.server";

// only looks at the link: mail scanners open links too
export const loader = load(async (ctx, { params }) => {
  const { email } = await findToken(ctx, "email_change", params.secret ?? "");
  return { title: translate(ctx.locale, "identity.confirmEmail.title"), email };
});

export const action = act(async (ctx, _form, { params }) => {
  await confirmEmailChange(ctx, params.secret ?? "");
  return redirectWith(ctx.actor ? paths.account() : paths.signIn(), "identity.confirmEmail.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ConfirmEmailPage() {
  const { t } = useTranslation();
  const { email } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={t("identity.confirmEmail.title")} lead={t("identity.confirmEmail.lead", { email })} />
      <ErrorSummary state={state} />
      <Form method="post">
        <Button>{t("identity.confirmEmail.do")}</Button>
      </Form>
    </>
  );
}
