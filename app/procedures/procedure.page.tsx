// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, Chip, ErrorSummary, type FormState, PageHeader, Section, Stepper, Timeline } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { formatInstant } from "~/web/time";
import { advanceProcedure, officeEvents } from "./advance-procedure.server";
import { NextStep } from "./parts/next-step";
import { NoticeText } from "./parts/notice-text";
import { OfficeBox } from "./parts/office-box";
import { stepsOf } from "./parts/phases";
import { toneOf } from "./parts/procedure-card";
import { ProcedureFacts } from "./parts/procedure-facts";
import { publishNotice } from "./publish-notice.server";
import { startApplication } from "./start-application.server";
import { viewProcedure } from "./view-procedure.server";

export const loader = load(async (ctx, { params }) => {
  const { dossier, ...rest } = await viewProcedure(ctx, params.id ?? "");
  const { procedure, organisationName, organisationSlug, tableName, tableSlug, versions, transitions, notice, state, window } = dossier;
  const shownVersions = versions.filter(({ version }) => version > 0);
  return {
    ...rest, procedure, organisationName, organisationSlug, tableName, tableSlug, state, window,
    notice: { version: notice.version, content: notice.content },
    versions: shownVersions.map(({ version, occasion, reason, savedAt }) => ({ version, occasion, reason, savedAt })),
    transitions: transitions.map(({ id, event, at, reason }) => ({ id, event, at, reason })),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const procedureId = params.id ?? "";
  const step = form.get("step");
  if (step === "apply") {
    const title = String(form.get("title") ?? "").trim();
    if (title === "" || title.length > 200) throw problem("invalid", { fields: { title: title === "" ? "web.field.required" : "web.field.tooLong" } });
    return redirect(paths.application(await startApplication(ctx, { procedureId, title })));
  }
  if (step === "publish") await publishNotice(ctx, { procedureId });
  else {
    const event = officeEvents.find((known) => known === step);
    if (!event) throw problem("invalid");
    await advanceProcedure(ctx, { procedureId, event, reason: String(form.get("reason") ?? "") });
  }
  return redirectWith(step === "open_admissibility" ? paths.receivedApplications(procedureId) : paths.procedure(procedureId), `procedures.done.${step}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.procedure.title} · Concerto` }];

export default function Procedure() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const { procedure, notice, transitions, versions, admitted } = view;
  const steps = stepsOf(view, t, locale);
  const last = versions[0];
  return (
    <>
      <PageHeader
        title={procedure.title}
        trail={[{ to: paths.procedures(), label: t("procedures.list.title") }]}
        chips={
          <>
            <Chip tone={toneOf(view.state)}>{t(`procedures.state.${view.state}`)}</Chip>
            <Chip tone="primary">{t(`procedures.kind.${procedure.kind}`)}</Chip>
            <Chip>{procedure.code}</Chip>
          </>
        }
        lead={view.organisationName}
      />
      <ErrorSummary state={state} labels={{ title: t("procedures.apply.name"), reason: t("procedures.revoke.reason") }} />
      <Stepper label={t("procedures.phases")} steps={steps.steps} current={steps.current} />
      {last && last.version > 1 ? (
        <Callout tone="warning" title={t(`procedures.version.changed.${last.occasion}`, { when: formatInstant(last.savedAt, locale) })}>
          <p>{last.reason}</p>
        </Callout>
      ) : null}
      <div className="two-columns procedure-columns">
        <aside>
          <NextStep view={view} />
          {view.office ? <OfficeBox view={view} office={view.office} /> : null}
          <ProcedureFacts view={view} />
        </aside>
        <div>
          {admitted.length > 0 ? (
            <Section title={t("procedures.admitted")}>
              <ul>
                {admitted.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </Section>
          ) : null}
          <NoticeText kind={procedure.kind} notice={notice.content} objectives={procedure.objectives} />
          <Section title={t("procedures.acts")} id="atti">
            <Timeline
              entries={[...transitions].reverse().map(({ id, event, at, reason }) => ({ key: id, when: formatInstant(at, locale), title: t(`procedures.event.${event}`), detail: reason }))}
            />
          </Section>
        </div>
      </div>
    </>
  );
}
