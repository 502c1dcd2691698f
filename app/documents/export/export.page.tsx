// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, CheckboxGroup, ErrorSummary, Field, type FormState, PageHeader, RadioGroup, Section } from "~/ui";
import { parse } from "~/web/forms";
import { readEnv } from "~/web/env.server";
import { act, load, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findDocument } from "../access.server";
import { maySeeHistory } from "../policy";
import { findJob, recentJobs } from "../jobs/find-job.server";
import { startJob } from "../jobs/start-job.server";
import { appendices, ExportWish } from "./export-form";
import { formats } from "./paper";

/** Choosing how a document leaves. What is ready at once is handed over; for the rest there is a page that tells the progress. */
export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { document, position } = await findDocument(ctx, params.id ?? "");
  const near = maySeeHistory(ctx.actor, document, position).ok;
  return { id: document.id, title: document.title, offered: appendices.filter((name) => near || name === "comments"), recent: (await recentJobs(ctx, document.id, "export")).map(({ id, at, state, wish }) => ({ id, at, state, format: (wish as ExportWish).format })), page: translate(ctx.locale, "paper.export.title") };
});

export const action = act(async (ctx, form, { params, site }) => {
  signedIn(ctx);
  const { document } = await findDocument(ctx, params.id ?? "");
  const wish = parse(ExportWish, form);
  const needs = { background: site.background, scan: site.scanForViruses };
  const { id, ended } = await startJob(ctx, needs, { kind: "export", documentId: document.id, title: document.title, wish: { ...wish, comune: readEnv().COMUNE }, incoming: null });
  const { state } = await findJob(ctx, id);
  return redirect(ended && state === "done" ? paths.documentJobFile(id) : paths.documentJob(id));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page} · ${data?.title} · Concerto` }];

export default function ExportPage() {
  const { id, title, page, offered, recent } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={page} lead={t("paper.export.lead", { title })} trail={[{ to: paths.document(id), label: title }]} />
      <ErrorSummary state={state} labels={{ format: t("paper.format"), protocol: t("paper.protocolNumber") }} />
      {/* the answer is a file, which only the browser itself can save */}
      <Form method="post" reloadDocument className="concerto-form">
        <RadioGroup name="format" legend={t("paper.format")} initial="pdf" state={state} options={formats.map((value) => ({ value, label: t(`paper.formats.${value}`) }))} />
        <CheckboxGroup name="appendices" legend={t("paper.appendices")} hint={t("paper.appendicesHint")} state={state} options={offered.map((value) => ({ value, label: t(`paper.appendix.${value}`) }))} />
        <Field name="protocol" label={t("paper.protocolNumber")} hint={t("paper.protocolHint")} maxLength={60} state={state} />
        <div className="form-actions">
          <Button>{t("paper.export.do")}</Button>
        </div>
      </Form>
      <RecentFiles recent={recent} />
    </>
  );
}

type Recent = ReturnType<typeof useLoaderData<typeof loader>>["recent"];

/** What was prepared lately and is still kept. */
function RecentFiles({ recent }: { recent: Recent }) {
  const { t, i18n } = useTranslation();
  if (recent.length === 0) return null;
  return (
    <Section title={t("jobs.recent")}>
      <ul>
        {recent.map(({ id, at, state, format }) => (
          <li key={id}>
            <Link to={paths.documentJob(id)}>{t(`paper.formats.${format}`)}</Link>, {formatDateTime(at, i18n.language as Locale)}: {t(`jobs.state.${state}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
