// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, PageHeader, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { correctArea } from "./correct-area.server";
import { findDraft } from "./draft.server";
import { asParagraphs } from "./import/paragraphs";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { id, fileName, plan, revision } = await findDraft(ctx, params.id ?? "");
  const area = plan.areas[Number(params.area)];
  if (!area) throw problem("missing");
  const { number, title, consolidation } = area;
  return {
    id,
    fileName,
    revision,
    number,
    title,
    consolidation,
    pageTitle: translate(ctx.locale, "plan.import.correctAreaTitle", { number }),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const importId = params.id ?? "";
  await correctArea(ctx, { importId, at: Number(params.area), form });
  return redirectWith(`${paths.planDraft(importId)}#avvertenze`, "plan.import.corrected");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ""} · Concerto` }];

export default function CorrectAreaPage() {
  const { t } = useTranslation();
  const { id, fileName, revision, number, title, consolidation } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [
    { to: paths.planImport(), label: t("plan.import.title") },
    { to: paths.planDraft(id), label: fileName },
  ];
  const labels = { title: t("plan.import.areaTitle"), consolidation: t("plan.import.consolidation") };
  return (
    <>
      <PageHeader title={t("plan.import.correctAreaTitle", { number })} trail={trail} />
      <Form method="post" className="concerto-form wide-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <input type="hidden" name="revision" value={revision} />
        <Field name="title" label={labels.title} state={state} initial={title} required />
        <TextArea
          name="consolidation"
          label={labels.consolidation}
          hint={t("plan.import.consolidationHint")}
          state={state}
          initial={asParagraphs(consolidation.map((item) => item.text))}
          rows={18}
        />
        <div className="form-actions">
          <Button>{t("web.form.save")}</Button>
          <Link to={paths.planDraft(id)} className="btn btn-link">
            {t("web.form.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
