// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, type FormState, PageHeader } from "~/ui";
import { act, load } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { ImportReport } from "../import/import-report";
import type { ImportResult } from "../import/reading";
import { documentStyles } from "../parts/styles";
import { findJob } from "./find-job.server";
import { restartJob } from "./restart-job.server";

export const links = documentStyles;

/** How often the page looks again. */
const LOOK_MS = 1500;

/** How far the preparation of a file, or the reading of one, has come; and what came of it. */
export const loader = load(async (ctx, { params }) => {
  const { id, kind, state, step, stepNumber, steps, because, values, title, documentId, expiresAt, result } = await findJob(ctx, params.job ?? "");
  if (kind === "proposal" && state === "done" && documentId) throw redirect(paths.reviewProposal(documentId, id));
  return { job: { id, kind, state, step, stepNumber, steps, because, values: values ?? {}, title, documentId, expiresAt }, report: kind === "import" ? (result as ImportResult | null) : null, page: translate(ctx.locale, `jobs.${kind}.title`) };
});

export const action = act(async (ctx, _form, { params, site }) => {
  const { id } = await restartJob(ctx, { background: site.background, scan: site.scanForViruses }, params.job ?? "");
  return redirect(paths.documentJob(id));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page} · ${data?.job.title} · Concerto` }];

export default function JobPage() {
  const { job, report, page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const { t, i18n } = useTranslation();
  useLookAgain(job.state === "working");
  const trail = job.documentId && job.kind !== "import" ? [{ to: paths.document(job.documentId), label: job.title }] : [];
  return (
    <>
      <PageHeader title={page} lead={t(`jobs.${job.kind}.lead`, { title: job.title })} trail={trail} />
      <ErrorSummary state={state} labels={{}} />
      <div role="status">
        {job.state === "working" ? (
          <>
            <p>
              <label htmlFor="progress">{t(`jobs.step.${job.step}`)}</label>
            </p>
            <progress id="progress" className="job-progress" max={job.steps} value={job.stepNumber} />
          </>
        ) : null}
        {job.state === "done" && job.kind === "export" ? (
          <Callout tone="success" title={t("jobs.export.done")}>
            <p>{t("jobs.kept", { when: formatDateTime(job.expiresAt, i18n.language as Locale) })}</p>
          </Callout>
        ) : null}
        {report ? <ImportReport report={report} /> : null}
        {job.because ? (
          <Callout tone="warning" title={t(`jobs.${job.kind}.notDone`)}>
            <p>{t(job.because, job.values)}</p>
          </Callout>
        ) : null}
      </div>
      <Ways job={job} />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["job"];

/** What one can do from here. */
function Ways({ job }: { job: Shown }) {
  const { t } = useTranslation();
  if (job.state === "working") {
    return (
      <>
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
        <p>
          {t("jobs.goOn")} <Link to={paths.documentJob(job.id)}>{t("jobs.look")}</Link>
        </p>
      </>
    );
  }
  const made = job.state === "done" && job.kind === "import";
  return (
    <Form method="post" className="form-actions no-print">
      {job.state === "done" && job.kind === "export" ? (
        <a className="btn btn-primary" href={paths.documentJobFile(job.id)}>
          {t("jobs.export.save")}
        </a>
      ) : null}
      {job.state === "failed" || job.state === "interrupted" ? <Button>{t("jobs.again")}</Button> : null}
      {job.documentId ? (
        <ButtonLink look={made ? "primary" : "outline-primary"} to={paths.document(job.documentId)}>
          {t(made ? "jobs.import.open" : "jobs.toDocument")}
        </ButtonLink>
      ) : null}
    </Form>
  );
}

/** Looks again until it is over; without JavaScript the browser reloads the page. */
function useLookAgain(working: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!working || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_MS);
    return () => clearTimeout(timer);
  }, [working, state, revalidate]);
}
