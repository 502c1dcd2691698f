// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, Empty, ErrorSummary, Field, type FormState, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { listDrafts } from "./draft.server";
import { uploadPlan } from "./upload-plan.server";

export const loader = load(async (ctx) => {
  signedIn(ctx);
  return { drafts: await listDrafts(ctx), pageTitle: translate(ctx.locale, "plan.import.title") };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "")
    throw problem("invalid", { fields: { file: "plan.import.fileMissing" } });
  const { importId } = await uploadPlan(ctx, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  return redirectWith(paths.planDraft(importId), "plan.import.uploaded");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ""} · Concerto` }];

export default function ImportPage() {
  const { t, i18n } = useTranslation();
  const { drafts } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader
        title={t("plan.import.title")}
        lead={t("plan.import.lead")}
        trail={[{ to: paths.plan(), label: t("plan.title") }]}
      />
      <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ file: t("plan.import.file") }} />
        <Field
          name="file"
          type="file"
          accept=".txt,.md,text/plain,text/markdown"
          label={t("plan.import.file")}
          hint={t("plan.import.fileHint")}
          state={state}
          required
        />
        <Button>{t("plan.import.read")}</Button>
      </Form>
      <Section title={t("plan.import.drafts")}>
        {drafts.length === 0 ? <Empty>{t("plan.import.noDrafts")}</Empty> : null}
        <ul className="plain-list">
          {drafts.map((draft) => {
            const stands = draft.confirmedAt ? "confirmed" : draft.discardedAt ? "discarded" : "open";
            return (
              <li key={draft.id}>
                <Link to={paths.planDraft(draft.id)}>{draft.fileName}</Link>{" "}
                <Chip tone={stands === "open" ? "warning" : stands === "confirmed" ? "success" : "neutral"}>
                  {t(`plan.import.state.${stands}`)}
                </Chip>
                <span className="muted d-block">
                  {t("plan.import.uploadedOn", { date: formatDateTime(draft.uploadedAt, i18n.language as Locale) })}
                </span>
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
}
