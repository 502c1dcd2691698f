// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { fillMapping, orderTables } from "../policy";
import { applyForm, fillForm, findForm } from "./fill-form.server";
import { AnswersForm } from "./parts/answers-form";
import { AnswersRead } from "./parts/answers-read";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { form, campaign } = await findForm(ctx, params.id ?? "");
  const fill = fillMapping(ctx.actor, { organisationId: form.organisationId, returned: form.returnedAt !== null, closed: campaign.closedAt !== null });
  const { tableName, tableId, tableSlug, organisationName, answers } = form;
  return {
    campaign: { id: campaign.id, title: campaign.title },
    form: { tableName, known: tableId !== null, tableSlug, organisationName, answers },
    because: fill.ok ? null : fill.because,
    mayApply: orderTables(ctx.actor).ok && form.returnedAt !== null && form.appliedAt === null && tableId !== null,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (form.get("do") === "apply") {
    await applyForm(ctx, id);
    return redirectWith(paths.mappingForm(id), "tables.mappingForm.applied");
  }
  const send = form.get("do") === "send";
  const { campaignId } = await fillForm(ctx, id, form, send);
  return redirectWith(send ? paths.mapping(campaignId) : paths.mappingForm(id), send ? "tables.mappingForm.sentDone" : "tables.mappingForm.saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.form.tableName || data?.campaign.title || ""} · Concerto` }];

export default function MappingFormPage() {
  const { t } = useTranslation();
  const { campaign, form, because, mayApply } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [
    { to: paths.mappings(), label: t("tables.mappingForm.title") },
    { to: paths.mapping(campaign.id), label: campaign.title },
  ];
  return (
    <>
      <PageHeader title={form.tableName || t("tables.mappingForm.unnamed")} lead={t("tables.mappingForm.of", { office: form.organisationName })} trail={trail} actions={form.tableSlug ? <Link to={paths.table(form.tableSlug)}>{t("tables.mappingForm.tablePage")}</Link> : null} />
      {because ? (
        <>
          <Callout tone="neutral">{t(because)}</Callout>
          <AnswersRead answers={form.answers} />
        </>
      ) : (
        <AnswersForm state={state} answers={form.answers} tableName={form.tableName} known={form.known} />
      )}
      {mayApply ? (
        <Form method="post">
          <p>{t("tables.mappingForm.applyMeans")}</p>
          <Button name="do" value="apply">
            {t("tables.mappingForm.apply")}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
