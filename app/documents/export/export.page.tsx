// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, CheckboxGroup, ErrorSummary, Field, type FormState, PageHeader, RadioGroup } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { findDocument } from "../access.server";
import { appendices, ExportWish, queryOf } from "./export-form";
import { formats } from "./paper";

/** Choosing how a document leaves. The file has an address of its own, so that it can be asked for again. */
export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { document } = await findDocument(ctx, params.id ?? "");
  return { id: document.id, title: document.title, page: translate(ctx.locale, "paper.export.title") };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { document } = await findDocument(ctx, params.id ?? "");
  const wish = parse(ExportWish, form);
  return redirect(`${paths.documentFile(document.id)}?${queryOf(wish)}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page} · ${data?.title} · Concerto` }];

export default function ExportPage() {
  const { id, title, page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={page} lead={t("paper.export.lead", { title })} trail={[{ to: paths.document(id), label: title }]} />
      <ErrorSummary state={state} labels={{ format: t("paper.format"), protocol: t("paper.protocolNumber") }} />
      {/* the answer is a file, which only the browser itself can save */}
      <Form method="post" reloadDocument className="concerto-form">
        <RadioGroup name="format" legend={t("paper.format")} initial="pdf" state={state} options={formats.map((value) => ({ value, label: t(`paper.formats.${value}`) }))} />
        <CheckboxGroup name="appendices" legend={t("paper.appendices")} hint={t("paper.appendicesHint")} state={state} options={appendices.map((value) => ({ value, label: t(`paper.appendix.${value}`) }))} />
        <Field name="protocol" label={t("paper.protocolNumber")} hint={t("paper.protocolHint")} maxLength={60} state={state} />
        <div className="form-actions">
          <Button>{t("paper.export.do")}</Button>
        </div>
      </Form>
    </>
  );
}
