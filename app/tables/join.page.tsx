// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, type FormState, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { askToJoin } from "./ask-to-join.server";
import { findTable } from "./find-table.server";
import { joinRequestsOf } from "./join-requests.server";
import { RequestCard } from "./parts/request-card";
import { askToJoin as policy } from "./policy";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";
import { withdrawRequest } from "./withdraw-request.server";

export const loader = load(async (ctx, { params }) => {
  const actor = signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const own = (await joinRequestsOf(ctx, table)).filter(({ request }) => request.organisationId === actor.organisationId);
  const decision = policy(actor, table, header.standing);
  return {
    header,
    title: translate(ctx.locale, "tables.join.titleOf", { table: header.name }),
    criteria: table.criteria,
    body: actor.organisationName,
    because: decision.ok ? null : decision.because,
    requests: own.map(({ request, askedBy }) => ({
      id: request.id,
      motivation: request.motivation,
      outcome: request.outcome,
      reason: request.reason,
      askedBy,
      asked: formatShortDate(request.askedAt, ctx.locale),
      answered: request.answeredAt && formatShortDate(request.answeredAt, ctx.locale),
    })),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const slug = params.slug ?? "";
  if (form.get("intent") === "withdraw") {
    await withdrawRequest(ctx, { requestId: String(form.get("requestId") ?? "") });
    return redirectWith(paths.joinTable(slug), "tables.join.withdrawn");
  }
  const { id } = await findTable(ctx, slug);
  await askToJoin(ctx, { tableId: id, motivation: String(form.get("motivation") ?? "") });
  return redirectWith(paths.joinTable(slug), "tables.join.sent");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function JoinPage() {
  const { t } = useTranslation();
  const { header, criteria, body, because, requests } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const open = requests.some(({ outcome }) => outcome === null);
  return (
    <>
      <TableHeader header={header} active="members" page={t("tables.join.titleOf", { table: header.name })} />
      {criteria ? (
        <Callout title={t("tables.mapping.criteria")}>
          <p>{criteria}</p>
        </Callout>
      ) : null}
      {because && !open ? (
        <Callout tone="warning" title={t("tables.join.cannot")}>
          <p>{t(because)}</p>
        </Callout>
      ) : null}
      {because || open ? null : (
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={state} labels={{ motivation: t("tables.join.motivation") }} />
          <p>{t("tables.join.asBody", { organisation: body })}</p>
          <TextArea name="motivation" label={t("tables.join.motivation")} hint={t("tables.join.motivationHint")} state={state} rows={6} required maxLength={3000} />
          <div className="form-actions">
            <Button>{t("tables.join.send")}</Button>
            <ButtonLink look="outline-primary" to={paths.table(header.slug)}>
              {t("web.form.cancel")}
            </ButtonLink>
          </div>
        </Form>
      )}
      {requests.length > 0 ? (
        <Section title={t("tables.join.ofYours")}>
          {requests.map((request) => (
            <RequestCard key={request.id} request={request}>
              {request.outcome === null ? (
                <Form method="post">
                  <input type="hidden" name="requestId" value={request.id} />
                  <Button look="outline-danger" small name="intent" value="withdraw">
                    {t("tables.join.withdraw")}
                  </Button>
                </Form>
              ) : null}
            </RequestCard>
          ))}
        </Section>
      ) : null}
      {because || open ? (
        <p className="mt-4">
          <Link to={paths.table(header.slug)}>{t("tables.backToTable")}</Link>
        </p>
      ) : null}
    </>
  );
}
