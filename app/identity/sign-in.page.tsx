// SPDX-License-Identifier: AGPL-3.0-or-later
import { type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load } from "~/web/guard.server";
import { ownPath } from "~/web/own-path";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { SignIn, signIn } from "./sign-in.server";

export const loader = load(async (ctx, { url }) => {
  const then = ownPath(url.searchParams.get("poi"));
  if (ctx.actor) throw redirect(then ?? paths.desk());
  return { then, title: translate(ctx.locale, "identity.signIn.title") };
});

export const action = act(async (ctx, form, { site, url }) => {
  const { sessionId, personId } = await signIn(ctx, parse(SignIn, form));
  const then = ownPath(form.get("poi") ?? url.searchParams.get("poi")) ?? paths.desk();
  const to = (await site.sessions.mustChoose(personId, ctx.now)) ? paths.speakFor(then) : then;
  return redirect(to, { headers: { "Set-Cookie": site.sessions.cookie(sessionId) } });
});

// carries Retry-After
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function SignInPage() {
  const { t } = useTranslation();
  const { then } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { email: t("identity.field.email"), password: t("identity.field.password") };
  return (
    <>
      <PageHeader title={t("identity.signIn.title")} lead={then ? t("identity.signIn.leadBack") : t("identity.signIn.lead")} />
      <Form method="post" action={paths.signIn()} className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        {then ? <input type="hidden" name="poi" value={then} /> : null}
        <Field name="email" label={labels.email} type="email" autoComplete="username" state={state} required />
        <Field name="password" label={labels.password} type="password" autoComplete="current-password" state={state} required />
        <div className="form-actions">
          <Button>{t("identity.signIn.do")}</Button>
        </div>
      </Form>
      <p className="mt-4">
        <Link to={paths.passwordReset()}>{t("identity.signIn.forgotten")}</Link>
      </p>
      <p>
        {t("identity.signIn.noAccount")} <Link to={paths.representBody()}>{t("registry.claims.represent")}</Link>
      </p>
    </>
  );
}
