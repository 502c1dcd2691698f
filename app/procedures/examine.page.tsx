// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { Button, Callout, Chip, ErrorSummary, Facts, type FormState, PageHeader, Section, Select, TextArea, Timeline } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import { Decide, decideApplication } from "./decide-application.server";
import { partnerNames, partsOfPackage } from "./parts/package-parts";
import { PackageText } from "./parts/package-text";
import { notEnrolledToday, openReceived } from "./read-received.server";
import { termsOf } from "./view-application.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { folder, receipt, decisions, content } = await openReceived(ctx, params.id ?? "");
  const { application, dossier, own } = folder;
  return {
    id: application.id, title: application.title, state: application.state, content, terms: termsOf(dossier.notice.content),
    procedure: { id: dossier.procedure.id, title: dossier.procedure.title },
    receipt: { number: receipt.number, receivedAt: receipt.receivedAt, packageSha256: receipt.packageSha256 },
    decisions: decisions.map(({ id, outcome, reason, at }) => ({ id, outcome, reason, at })),
    notEnrolled: own ? [] : await notEnrolledToday(ctx, folder),
    mayDecide: !own && dossier.state === "admissibility",
    mustOpen: !own && dossier.state === "closed",
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const applicationId = params.id ?? "";
  await decideApplication(ctx, { applicationId, ...parse(Decide, form) });
  return redirectWith(paths.examineApplication(applicationId), "procedures.decide.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Examine() {
  const { title, state, content, terms, procedure, receipt, decisions, mayDecide, mustOpen, notEnrolled } = useLoaderData<typeof loader>();
  const formState = useActionData<FormState>();
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const labels = { outcome: t("procedures.decide.outcome"), reason: t("procedures.decide.reason") };
  return (
    <>
      <PageHeader
        title={title}
        lead={content.application.lead.name}
        chips={<Chip tone={state === "admitted" ? "success" : state === "excluded" ? "danger" : "warning"}>{t(`procedures.received.${state === "submitted" ? "opened" : state}`)}</Chip>}
        trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.procedure(procedure.id), label: procedure.title }, { to: paths.receivedApplications(procedure.id), label: t("procedures.received.title") }]}
      />
      <Facts
        rows={[
          [t("procedures.receipt.number"), receipt.number],
          [t("procedures.receipt.receivedAt"), formatInstant(receipt.receivedAt, locale)],
          [t("procedures.receipt.packageFingerprint"), <code key="package" className="fingerprint">{receipt.packageSha256}</code>],
        ]}
      />
      {notEnrolled.length > 0 ? (
        <Callout tone="danger" title={t("procedures.decide.notEnrolled")}>
          <ul>
            {notEnrolled.map((body) => (
              <li key={body.slug}>
                <Link to={paths.organisation(body.slug)}>{body.name}</Link> <EnrolmentChip body={body} />
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {mustOpen ? <Callout tone="warning"><p>{t("procedures.decide.openFirst")}</p></Callout> : null}
      {mayDecide ? (
        <Section title={t("procedures.decide.title")}>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={formState} labels={labels} />
            <Select name="outcome" label={labels.outcome} state={formState} empty={t("web.form.chooseOne")} options={(["admitted", "excluded"] as const).map((value) => ({ value, label: t(`procedures.decide.${value}`) }))} required />
            <TextArea name="reason" label={labels.reason} hint={t("procedures.decide.reasonHint")} state={formState} required />
            <Button>{t("procedures.decide.do")}</Button>
          </Form>
        </Section>
      ) : null}
      {decisions.length > 0 ? (
        <Section title={t("procedures.decide.history")}>
          <Timeline entries={decisions.map(({ id, outcome, reason, at }) => ({ key: id, when: formatInstant(at, locale), title: t(`procedures.received.${outcome}`), detail: reason }))} />
        </Section>
      ) : null}
      <PackageText parts={partsOfPackage(content)} budget={content.budget} terms={terms} project={content.project.content} partnerIds={partnerNames(content)} />
    </>
  );
}
