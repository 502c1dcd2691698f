// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, Field, type FormState, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { findTable } from "../find-table.server";
import { raiseItem as mayRaise } from "../policy";
import { TableHeader } from "../table-header";
import { tableHeaderData } from "../table-header.server";
import { raiseItem } from "./move-item.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  enforce(mayRaise(ctx.actor, await findTable(ctx, header.id), header.standing));
  return { header, title: translate(ctx.locale, "tables.items.raise") };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { itemId } = await raiseItem(ctx, params.slug ?? "", form);
  return redirectWith(paths.item(itemId), "tables.items.raisedDone");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function RaiseItemPage() {
  const { t } = useTranslation();
  const { header, title } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { title: t("tables.items.field.title"), text: t("tables.items.field.text") };
  return (
    <>
      <TableHeader header={header} active="items" page={title} />
      {header.sensitive ? <Callout tone="warning">{t("tables.items.sensitive")}</Callout> : null}
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="title" label={labels.title} hint={t("tables.items.titleHint")} maxLength={160} state={state} required />
        <TextArea name="text" label={labels.text} hint={t("tables.items.textHint")} rows={6} maxLength={4000} state={state} required />
        <div className="form-actions">
          <Button>{t("tables.items.raise")}</Button>
          <ButtonLink look="outline-primary" to={paths.tableItems(header.slug)}>
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
