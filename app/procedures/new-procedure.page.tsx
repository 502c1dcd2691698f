// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, PageHeader, Select } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { kinds } from "./machine";
import { objectivesToChoose } from "./objectives.server";
import { ObjectivePicker } from "./parts/objective-picker";
import { mayStartProcedure } from "./policy";
import { StartProcedure, startProcedure } from "./start-procedure.server";
import { tablesToChoose } from "./tables-to-choose.server";

export const loader = load(async (ctx) => {
  signedIn(ctx);
  enforce(mayStartProcedure(ctx.actor));
  return { title: translate(ctx.locale, "procedures.start.title"), tables: await tablesToChoose(ctx), objectives: await objectivesToChoose(ctx) };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  const id = await startProcedure(ctx, parse(StartProcedure, form));
  return redirect(paths.notice(id));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function NewProcedure() {
  const { title, tables, objectives } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  const labels = { kind: t("procedures.start.kind"), title: t("procedures.start.name"), tableId: t("procedures.start.table") };
  return (
    <>
      <PageHeader title={title} lead={t("procedures.start.lead")} trail={[{ to: paths.procedures(), label: t("procedures.list.title") }]} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Select name="kind" label={labels.kind} hint={t("procedures.start.kindHint")} state={state} empty={t("web.form.chooseOne")} options={kinds.map((value) => ({ value, label: t(`procedures.kind.${value}`) }))} required />
        <Field name="title" label={labels.title} state={state} maxLength={250} required />
        <Select name="tableId" label={labels.tableId} hint={t("procedures.start.tableHint")} state={state} empty={t("procedures.start.noTable")} options={tables.map(({ id, name }) => ({ value: id, label: name }))} />
        <ObjectivePicker objectives={objectives} state={state} />
        <div className="form-actions">
          <Button>{t("procedures.start.do")}</Button>
        </div>
      </Form>
    </>
  );
}
