// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Checkbox, DataTable, ErrorSummary, Field, type FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import { translate } from "~/web/translate.server";
import { confirmPart } from "./confirm-part.server";
import { declarationText } from "./declaration";
import { ApplicationFrame, StillToDo } from "./parts/application-frame";
import { Confirmed } from "./parts/partner-list";
import { writePercent } from "./shares";
import { viewApplication } from "./view-application.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const view = await viewApplication(ctx, params.id ?? "");
  const title = `${translate(ctx.locale, "procedures.section.declarations")} · ${view.title}`;
  return { view, title, text: declarationText(view.procedure.kind, { body: view.own.name, procedure: view.procedure.title }) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const applicationId = params.id ?? "";
  await confirmPart(ctx, { applicationId, share: String(form.get("share") ?? ""), declared: form.get("declared") === "on" });
  return redirectWith(paths.applicationSection(applicationId, "dichiarazioni"), "procedures.declarations.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Declarations() {
  const { view, text } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const money = view.procedure.kind === "co_design";
  const labels = { share: t("procedures.declarations.share"), declared: t("procedures.declarations.declare") };
  const counted = view.partners.filter((partner) => partner.state === "accepted");
  return (
    <ApplicationFrame view={view} here="declarations">
      <ErrorSummary state={state} labels={labels} />
      <p>{t("procedures.declarations.lead")}</p>
      <StillToDo view={view} section="declarations" />
      <DataTable caption={t("procedures.section.declarations")} head={[t("procedures.partners.body"), ...(money ? [t("procedures.partners.share")] : []), t("procedures.partners.confirmed")]}>
        {counted.map((partner) => (
          <tr key={partner.id}>
            <th scope="row">{partner.name}</th>
            {money ? <td data-label={t("procedures.partners.share")}>{partner.share === null ? "—" : `${writePercent(partner.share)} %`}</td> : null}
            <td data-label={t("procedures.partners.confirmed")}><Confirmed partner={partner} /></td>
          </tr>
        ))}
      </DataTable>
      <h3>{t("procedures.declarations.own", { name: view.own.name })}</h3>
      {view.own.confirmed && view.own.confirmedAt ? <p>{t("procedures.declarations.confirmedOn", { when: formatInstant(view.own.confirmedAt, locale) })}</p> : null}
      <blockquote className="declaration prose">{view.own.confirmed ? view.own.declaration : text}</blockquote>
      {view.abilities.confirm.ok ? (
        <Form method="post" className="concerto-form" noValidate>
          {money ? <Field name="share" label={labels.share} hint={t("procedures.declarations.shareHint")} inputMode="decimal" state={state} initial={view.own.share === null ? "" : writePercent(view.own.share)} required /> : null}
          <Checkbox name="declared" id="declared" label={labels.declared} state={state} />
          <div className="form-actions">
            <Button look={view.own.confirmed ? "outline-primary" : "primary"}>{t(view.own.confirmed ? "procedures.declarations.again" : "procedures.declarations.do")}</Button>
          </div>
        </Form>
      ) : (
        <p className="muted">{t(view.abilities.confirm.because)}</p>
      )}
    </ApplicationFrame>
  );
}
