// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, Field, type FormState, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { MeetingHeader } from "../meeting-header";
import { meetingHeaderData } from "../meeting-header.server";
import { meetingStyles } from "../parts/styles";
import { propose } from "../policy";
import { DocumentFields } from "./parts/document-fields";
import { proposePoint } from "./proposals.server";
import { documentOptions } from "./read-agenda.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { header, found } = await meetingHeaderData(ctx, params.id ?? "");
  enforce(propose(ctx.actor, found.table, found.standing));
  return { header, title: translate(ctx.locale, "meetings.propose.title"), documents: await documentOptions(ctx, found.table.id) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await proposePoint(ctx, params.id ?? "", form);
  return redirectWith(paths.meeting(params.id ?? ""), "meetings.propose.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ProposePage() {
  const { t } = useTranslation();
  const { header, title, documents } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { title: t("meetings.agenda.field.title"), text: t("meetings.propose.text"), minutes: t("meetings.agenda.field.minutes"), documentId: t("meetings.agenda.field.document") };
  return (
    <>
      <MeetingHeader header={header} active="meeting" page={title} />
      {header.sensitive ? <Callout tone="warning">{t("meetings.propose.sensitive")}</Callout> : null}
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="title" label={labels.title} maxLength={200} state={state} required />
        <TextArea name="text" label={labels.text} hint={t("meetings.propose.textHint")} rows={5} maxLength={2000} state={state} required />
        <Field name="minutes" type="number" min={1} max={300} label={labels.minutes} initial="15" state={state} required />
        <DocumentFields state={state} documents={documents} />
        <div className="form-actions">
          <Button>{t("meetings.propose.send")}</Button>
          <ButtonLink look="outline-primary" to={paths.meeting(header.id)}>{t("web.form.cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
