// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findOrganisation } from "~/registry/index.server";
import { Button, ButtonLink, Callout, Checkbox, ErrorSummary, type FormState, RadioGroup, Section, Select, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { answerJoinRequest } from "./answer-join-request.server";
import { findTable } from "./find-table.server";
import { findJoinRequest } from "./join-requests.server";
import { RequestCard } from "./parts/request-card";
import { answerRequest } from "./policy";
import { rulesOf } from "./rules/adopt-rules.server";
import { holdAgainst } from "./rules/admission";
import { AdmissionFindings } from "./rules/parts/admission-findings";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const { request, organisationName, organisationSlug, askedBy } = await findJoinRequest(ctx, table, params.id ?? "");
  const decision = answerRequest(ctx.actor, table, header.standing);
  const rules = await rulesOf(ctx, table.id, ctx.now);
  return {
    header,
    title: translate(ctx.locale, "tables.join.requestOf", { organisation: organisationName }),
    body: { name: organisationName, slug: organisationSlug },
    request: {
      motivation: request.motivation,
      outcome: request.outcome,
      reason: request.reason,
      askedBy,
      asked: formatShortDate(request.askedAt, ctx.locale),
      answered: request.answeredAt && formatShortDate(request.answeredAt, ctx.locale),
    },
    because: decision.ok ? null : decision.because,
    findings: decision.ok ? holdAgainst(rules.rules, await findOrganisation(ctx, request.organisationId), ctx.now) : [],
    article: rules.rules.articles.admission ?? null,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  // under another table the request does not exist
  await findJoinRequest(ctx, await findTable(ctx, params.slug ?? ""), params.id ?? "");
  const fields = Object.fromEntries(form) as Omit<Parameters<typeof answerJoinRequest>[1], "requestId">;
  await answerJoinRequest(ctx, { ...fields, requestId: params.id ?? "" });
  return redirectWith(paths.joinRequests(params.slug ?? ""), `tables.join.done.${String(form.get("outcome"))}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function JoinRequestPage() {
  const { t } = useTranslation();
  const { header, title, body, request, because, findings, article } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { outcome: t("tables.join.outcomeLabel"), reason: t("tables.reason"), role: t("tables.seat.role") };
  return (
    <>
      <TableHeader header={header} active="members" page={title} />
      <RequestCard request={request} title={body.name} to={paths.organisation(body.slug)} />
      {request.outcome !== null ? (
        <p className="mt-4">
          <Link to={paths.joinRequests(header.slug)}>{t("tables.join.requests")}</Link>
        </p>
      ) : because ? (
        <Callout tone="neutral" title={t("tables.join.waitsForCoordinator")}>
          <p>{t(because)}</p>
        </Callout>
      ) : (
        <Section title={t("tables.join.answer")}>
          <AdmissionFindings findings={findings} article={article} />
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state} labels={labels} />
            <RadioGroup
              name="outcome"
              legend={labels.outcome}
              options={[
                { value: "accepted", label: t("tables.join.accept") },
                { value: "refused", label: t("tables.join.refuse") },
              ]}
              state={state}
            />
            <TextArea name="reason" label={labels.reason} hint={t("tables.join.reasonHint")} state={state} maxLength={2000} />
            <Select name="role" label={labels.role} hint={t("tables.join.roleHint")} options={["member", "observer"].map((value) => ({ value, label: t(`tables.role.${value}`) }))} state={state} initial="member" required />
            <Checkbox name="titular" label={t("tables.join.titular", { person: request.askedBy })} checked state={state} />
            <div className="form-actions">
              <Button>{t("tables.join.answerDo")}</Button>
              <ButtonLink look="outline-primary" to={paths.joinRequests(header.slug)}>
                {t("web.form.cancel")}
              </ButtonLink>
            </div>
          </Form>
        </Section>
      )}
    </>
  );
}
