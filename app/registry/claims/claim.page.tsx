// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Chip, ErrorSummary, Facts, type FormState, PageHeader, RadioGroup, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { broughtAct } from "../delegations/keep-act.server";
import { namesakesOf } from "../namesakes.server";
import { answerClaim as mayAnswer } from "../policy";
import { answerClaim, withdrawClaim } from "./answer-claim.server";
import { type ClaimCapacity, powersOfCapacity } from "./claim";
import { findClaim } from "./find-claim.server";

export const loader = load(async (ctx, { params }) => {
  const actor = signedIn(ctx);
  const claim = await findClaim(ctx, params.id ?? "");
  const mine = claim.personId === actor.personId;
  const answers = mayAnswer(actor, claim).ok;
  const { bodyName, bodySlug, organisationId, fiscalCode, personLabel, capacity, roleLabel, evidence, outcome, reason } = claim;
  return {
    title: translate(ctx.locale, "registry.claims.one", { body: bodyName }),
    claim: { bodyName, bodySlug, isNew: organisationId === null, fiscalCode, personLabel, capacity, roleLabel, evidence, outcome, reason, email: answers ? claim.email : null },
    namesakes: answers && organisationId === null && outcome === null ? await namesakesOf(ctx, bodyName) : [],
    kind: typeof claim.data?.kind === "string" ? claim.data.kind : null,
    act: await broughtAct(ctx, claim.id),
    powers: [...powersOfCapacity[capacity as ClaimCapacity]],
    asked: formatDateTime(claim.askedAt, ctx.locale),
    answered: claim.answeredAt && formatDateTime(claim.answeredAt, ctx.locale),
    may: { answer: answers && outcome === null, withdraw: mine && outcome === null, list: answers },
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (form.get("do") === "withdraw") {
    await withdrawClaim(ctx, id);
    return redirectWith(paths.representBody(), "registry.claims.withdrawn");
  }
  await answerClaim(ctx, id, form);
  return redirectWith(paths.claim(id), "registry.claims.answerSent");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ClaimPage() {
  const { t } = useTranslation();
  const { title, claim, act: brought, namesakes, kind, powers, asked, answered, may } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = may.list ? [{ to: paths.claims(), label: t("registry.claims.title") }] : [{ to: paths.representBody(), label: t("registry.claims.represent") }];
  return (
    <>
      <PageHeader title={title} trail={trail} chips={<Chip tone={claim.outcome === "accepted" ? "success" : claim.outcome ? "neutral" : "warning"}>{t(`registry.claims.outcome.${claim.outcome ?? "open"}`)}</Chip>} />
      {claim.reason ? (
        <Callout title={t("registry.claims.reason")}>
          <p>{claim.reason}</p>
        </Callout>
      ) : null}
      <Facts
        rows={[
          [t("registry.field.fiscalCode"), claim.fiscalCode],
          [t("registry.field.kind"), kind && t(`registry.kind.${kind}`)],
          [t("registry.claims.head.person"), claim.email ? `${claim.personLabel} · ${claim.email}` : claim.personLabel],
          [t("registry.claims.head.capacity"), t(`registry.claims.capacity.${claim.capacity}`)],
          [t("registry.claims.roleLabel"), claim.roleLabel],
          [t("registry.claims.evidence"), claim.evidence],
          [t("registry.delegation.withClaim"), brought && <a key="act" href={brought.to} download>{brought.description}</a>],
          [t("registry.claims.wouldHave"), powers.map((power) => t(`registry.power.${power}`)).join(", ")],
          [t("registry.claims.head.asked"), asked],
          [t("registry.claims.answeredOn"), answered],
        ]}
      />
      {may.answer ? (
        <Section title={t("registry.claims.answer")}>
          {claim.isNew ? <Callout>{t("registry.claims.newMeans")}</Callout> : null}
          {namesakes.length > 0 ? (
            <Callout tone="warning" title={t("registry.claims.namesakes")}>
              <ul>
                {namesakes.map(({ name, slug, fiscalCode }) => (
                  <li key={slug}>
                    <Link to={paths.organisation(slug)}>{name}</Link> {fiscalCode ? t("registry.claims.namesakeCode", { code: fiscalCode }) : null}
                  </li>
                ))}
              </ul>
            </Callout>
          ) : null}
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state} labels={{ outcome: t("registry.claims.head.outcome"), reason: t("registry.claims.reason") }} />
            <RadioGroup name="outcome" legend={t("registry.claims.head.outcome")} options={["accepted", "refused"].map((value) => ({ value, label: t(`registry.claims.do.${value}`) }))} state={state} />
            <TextArea name="reason" label={t("registry.claims.reason")} hint={t("registry.claims.reasonHint")} maxLength={1000} state={state} />
            <div className="form-actions">
              <Button>{t("registry.claims.answer")}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
      {may.withdraw ? (
        <Form method="post">
          <Button name="do" value="withdraw" look="outline-primary">
            {t("registry.claims.withdraw")}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
