// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, Chip, ErrorSummary, Field, type FormState, PageHeader, Section } from "~/ui";
import { MAX_MEGABYTES } from "~/web/files/examine-file";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { chosenFile } from "../delegations/delegation";
import { normaliseCode, whyNotBodyFiscalCode } from "../fiscal-code";
import { bodyWithCode } from "../find-organisation.server";
import { askToSpeak } from "./ask-to-speak.server";
import { ownClaims } from "./find-claim.server";
import { ClaimForm } from "./parts/claim-form";

export const loader = load(async (ctx, { url }) => {
  const code = normaliseCode(url.searchParams.get("codice") ?? "");
  const wrong = code ? whyNotBodyFiscalCode(code) : null;
  const body = code && !wrong ? ((await bodyWithCode(ctx, code)) ?? null) : null;
  return {
    title: translate(ctx.locale, "registry.claims.represent"),
    signedIn: ctx.actor !== null,
    code,
    wrong,
    body: body && { name: body.name, slug: body.slug },
    own: (await ownClaims(ctx)).map(({ id, bodyName, askedAt, outcome }) => ({ id, bodyName, asked: formatShortDate(askedAt, ctx.locale), outcome })),
  };
});

export const action = act(async (ctx, form, { site }) => {
  signedIn(ctx);
  const file = chosenFile(form);
  const { claimId } = await askToSpeak(ctx, form, file && { file, scan: site.scanForViruses });
  return redirectWith(paths.claim(claimId), "registry.claims.sent");
}, { megabytes: MAX_MEGABYTES + 1 });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function RepresentPage() {
  const { t } = useTranslation();
  const { signedIn: inside, code, wrong, body, own } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const known = code !== "" && !wrong;
  return (
    <>
      <PageHeader title={t("registry.claims.represent")} lead={t("registry.claims.lead")} trail={[{ to: paths.organisations(), label: t("registry.title") }]} />
      <Section title={t("registry.claims.step1")}>
        <CodeForm />
      </Section>
      {known && body ? (
        <Callout>
          {t("registry.claims.known")} <Link to={paths.organisation(body.slug)}>{body.name}</Link>. {t("registry.claims.knownMeans")}
        </Callout>
      ) : null}
      {known && !body ? <Callout>{t("registry.claims.unknown")}</Callout> : null}
      {known && inside ? (
        <Section title={body ? t("registry.claims.join", { body: body.name }) : t("registry.claims.enter")}>
          <ClaimForm state={state} code={code} isNew={body === null} />
        </Section>
      ) : null}
      {known && !inside ? (
        <Section title={t("registry.claims.step2")}>
          <p>{t("registry.claims.accountNeeded")}</p>
          <div className="form-actions">
            <ButtonLink to={paths.registration()}>{t("identity.registration.title")}</ButtonLink>
            <ButtonLink look="outline-primary" to={paths.signIn(paths.representBody(code))}>
              {t("identity.signIn.do")}
            </ButtonLink>
          </div>
        </Section>
      ) : null}
      {own.length > 0 ? (
        <Section title={t("registry.claims.own")}>
          <ul className="plain-list">
            {own.map((claim) => (
              <li key={claim.id}>
                <Link to={paths.claim(claim.id)}>{claim.bodyName}</Link> <Chip tone={claim.outcome === "accepted" ? "success" : claim.outcome ? "neutral" : "warning"}>{t(`registry.claims.outcome.${claim.outcome ?? "open"}`)}</Chip>{" "}
                <span className="muted">{t("registry.claims.askedOn", { date: claim.asked })}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** The search by fiscal code: a plain address, so that it can be sent to somebody. */
function CodeForm() {
  const { t } = useTranslation();
  const { code, wrong } = useLoaderData<typeof loader>();
  const labels = { codice: t("registry.field.fiscalCode") };
  const state = wrong ? { problem: { kind: "invalid" as const, because: "web.problem.invalid", fields: { codice: wrong } }, values: { codice: code } } : undefined;
  return (
    <Form method="get" className="concerto-form" noValidate key={code}>
      <ErrorSummary state={state} labels={labels} />
      <Field name="codice" label={labels.codice} hint={t("registry.claims.codeHint")} inputMode="numeric" initial={code} state={state} required />
      <div className="form-actions">
        <Button>{t("registry.claims.look")}</Button>
      </div>
    </Form>
  );
}
