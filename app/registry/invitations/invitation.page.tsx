// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, Facts, Field, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { broughtAct } from "../delegations/keep-act.server";
import { acceptInvitation } from "./accept-invitation.server";
import { findInvitation } from "./find-invitation.server";

// only looks at the link: mail scanners open links too
export const loader = load(async (ctx, { params, url }) => {
  const { token, body, offer, account } = await findInvitation(ctx, params.key ?? "");
  return {
    title: translate(ctx.locale, "identity.invitation.title", { body: body.name }),
    here: url.pathname,
    email: token.email,
    bodyName: body.name,
    offer,
    until: formatDateTime(token.expiresAt, ctx.locale),
    act: await broughtAct(ctx, token.id),
    /** What the reader has to do: open an account, accept, or be somebody else first. */
    step: account === null ? ("register" as const) : ctx.actor?.personId === account.id ? ("accept" as const) : ctx.actor ? ("switch" as const) : ("signIn" as const),
  };
});

export const action = act(async (ctx, form, { params, site }) => {
  const { sessionId } = await acceptInvitation(ctx, params.key ?? "", form);
  if (!sessionId) return redirectWith(paths.speakFor(), "identity.invitation.done");
  return redirect(paths.desk(), { headers: { "Set-Cookie": site.sessions.cookie(sessionId) } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function InvitationPage() {
  const { t } = useTranslation();
  const { title, here, email, offer, act, until, step } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={title} lead={t(`identity.invitation.lead.${step}`, { email })} />
      <div className="concerto-form">
        <Facts
          rows={[
            [t("identity.field.roleLabel"), offer.roleLabel],
            [t("identity.field.capacity"), t(`identity.capacity.${offer.capacity}`)],
            [t("identity.field.powers"), offer.powers.map((power) => t(`identity.power.${power}`)).join(", ")],
            [t("registry.delegation.withInvitation"), act && act.description],
            [t("identity.invitation.until"), until],
          ]}
        />
        <div className="mt-4">{step === "register" ? <Register state={state} email={email} /> : null}</div>
        {step === "accept" ? (
          <Form method="post">
            <ErrorSummary state={state} />
            <Button>{t("identity.invitation.accept")}</Button>
          </Form>
        ) : null}
        {step === "signIn" ? <ButtonLink to={paths.signIn(here)}>{t("identity.signIn.do")}</ButtonLink> : null}
        {step === "switch" ? (
          <Callout tone="warning">
            <p>{t("identity.invitation.switchHow")}</p>
          </Callout>
        ) : null}
      </div>
    </>
  );
}

function Register({ state, email }: { state: FormState; email: string }) {
  const { t } = useTranslation();
  const labels = { label: t("identity.field.label"), password: t("identity.field.password") };
  return (
    <Form method="post" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <input type="hidden" name="email" value={email} autoComplete="username" />
      <Field name="label" label={labels.label} hint={t("identity.invitation.labelHint")} autoComplete="name" state={state} required />
      <Field name="password" label={labels.password} hint={t("identity.password.hint")} type="password" autoComplete="new-password" state={state} required />
      <div className="form-actions">
        <Button>{t("identity.invitation.register")}</Button>
      </div>
    </Form>
  );
}
