// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Checkbox, ErrorSummary, type FormState, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import { translate } from "~/web/translate.server";
import { competesWithItself } from "./same-person.server";
import { ApplicationFrame, StillToDo } from "./parts/application-frame";
import { PackageText } from "./parts/package-text";
import { submitApplication } from "./submit-application.server";
import { type ApplicationView, viewApplication } from "./view-application.server";
import { withdrawSubmission } from "./withdraw-submission.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const view = await viewApplication(ctx, params.id ?? "");
  const competes = view.state === "draft" && (await competesWithItself(ctx.db.read, { id: params.id ?? "", procedureId: view.procedure.id }, ctx.actor?.personId ?? null));
  return { view, competes: competes ? (view.samePerson ?? "ALLOW_WITH_DECLARATION") : null, title: `${translate(ctx.locale, "procedures.section.summary")} · ${view.title}` };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const applicationId = params.id ?? "";
  if (form.get("step") === "withdraw") {
    await withdrawSubmission(ctx, { applicationId });
    return redirectWith(paths.applicationSection(applicationId, "riepilogo"), "procedures.withdraw.done");
  }
  const { number } = await submitApplication(ctx, { applicationId, confirmed: form.get("confirmed") === "on", samePerson: form.get("samePerson") === "on" });
  return redirect(paths.receipt(number));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Summary() {
  const { view, competes } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  const counted = view.partners.filter((partner) => partner.state === "accepted");
  return (
    <ApplicationFrame view={view} here="summary">
      <ErrorSummary state={state} labels={{ confirmed: t("procedures.submit.confirm"), samePerson: t("procedures.submit.samePerson") }} />
      {view.state === "draft" ? <Submit view={view} competes={competes} state={state} /> : <Sent view={view} />}
      <p>{t(view.state === "draft" ? "procedures.submit.exactly" : "procedures.submit.whatWasSent")}</p>
      <PackageText
        parts={counted.map((partner) => ({ ...partner, declaration: partner.declaration ?? "", confirmedBy: null, confirmedAt: partner.confirmed ? partner.confirmedAt : null }))}
        budget={view.procedure.kind === "co_design" ? view.budget : null}
        terms={view.terms}
        project={view.project}
        partnerIds={view.partners}
      />
      {view.earlierReceipts.length > 0 ? <Earlier view={view} /> : null}
    </ApplicationFrame>
  );
}

function Submit({ view, competes, state }: { view: ApplicationView; /** Whoever declares here already declared in another application: what the notice says of it. */ competes: "FORBID" | "ALLOW_WITH_DECLARATION" | null; state: FormState }) {
  const { t } = useTranslation();
  const sending = useNavigation().state === "submitting";
  if (view.todo.length > 0) return <StillToDo view={view} />;
  if (!view.abilities.submit.ok) return <Callout title={t("procedures.submit.ready")}><p>{t(view.abilities.submit.because)}</p></Callout>;
  if (competes === "FORBID") return <Callout tone="warning" title={t("procedures.submit.ready")}><p>{t("procedures.submit.samePersonForbidden")}</p></Callout>;
  return (
    <section className="step-box">
      <h3>{t("procedures.submit.title")}</h3>
      <p>{t("procedures.submit.lead")}</p>
      <Form method="post" noValidate>
        <Checkbox name="confirmed" id="confirmed" label={t("procedures.submit.confirm")} state={state} />
        {competes ? <Checkbox name="samePerson" id="samePerson" label={t("procedures.submit.samePerson")} state={state} /> : null}
        <Button name="step" value="submit" disabled={sending}>{t(sending ? "procedures.submit.sending" : "procedures.submit.do")}</Button>
      </Form>
    </section>
  );
}

function Sent({ view }: { view: ApplicationView }) {
  const { t } = useTranslation();
  if (view.state !== "submitted" || !view.abilities.open.ok || !view.abilities.submit.ok) return null;
  return (
    <details>
      <summary>{t("procedures.withdraw.title")}</summary>
      <p>{t("procedures.withdraw.lead")}</p>
      <Form method="post">
        <Button name="step" value="withdraw" look="outline-danger">{t("procedures.withdraw.do")}</Button>
      </Form>
    </details>
  );
}

function Earlier({ view }: { view: ApplicationView }) {
  const { t, i18n } = useTranslation();
  return (
    <Section title={t("procedures.receipt.earlier")}>
      <ul>
        {view.earlierReceipts.map(({ number, receivedAt }) => (
          <li key={number}>
            <Link to={paths.receipt(number)}>{t("procedures.receipt.name", { number })}</Link> — {formatInstant(receivedAt, i18n.language as Locale)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
