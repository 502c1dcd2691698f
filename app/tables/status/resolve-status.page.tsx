// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, type FormState, RadioGroup, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { formalStatuses } from "../levels";
import { StatusSources } from "../parts/status-sources";
import { resolveStatus as may } from "../policy";
import { TableHeader } from "../table-header";
import { tableHeaderData } from "../table-header.server";
import { resolveStatus } from "./resolve-status.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  enforce(may(ctx.actor));
  return { header: await tableHeaderData(ctx, params.slug ?? ""), title: translate(ctx.locale, "tables.status.resolve") };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await resolveStatus(ctx, params.slug ?? "", form);
  return redirectWith(paths.table(params.slug ?? ""), "tables.status.resolved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ResolveStatusPage() {
  const { t } = useTranslation();
  const { header, title } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { status: t("tables.form.status"), reason: t("tables.reason") };
  return (
    <>
      <TableHeader header={header} active="overview" page={title} />
      <StatusSources sources={header.statusSources} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <RadioGroup name="status" legend={labels.status} options={formalStatuses.map((value) => ({ value, label: t(`tables.status.${value}`) }))} state={state} />
        <TextArea name="reason" label={labels.reason} hint={t("tables.status.reasonHint")} maxLength={1000} state={state} required />
        <div className="form-actions">
          <Button>{t("tables.status.resolve")}</Button>
          <ButtonLink look="outline-primary" to={paths.table(header.slug)}>
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
