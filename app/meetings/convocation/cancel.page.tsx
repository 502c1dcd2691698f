// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, type FormState, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { MeetingHeader } from "../meeting-header";
import { meetingHeaderData } from "../meeting-header.server";
import { meetingStyles } from "../parts/styles";
import { convene } from "../policy";
import { cancelMeeting } from "./correct.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { header, found } = await meetingHeaderData(ctx, params.id ?? "");
  enforce(convene(ctx.actor, found.table, found.standing));
  return { header, title: translate(ctx.locale, "meetings.cancel.title") };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await cancelMeeting(ctx, params.id ?? "", form);
  const { slug } = (await meetingHeaderData(ctx, params.id ?? "").catch(() => null))?.header.table ?? { slug: "" };
  return redirectWith(slug ? paths.tableMeetings(slug) : paths.desk(), "meetings.cancel.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function CancelMeetingPage() {
  const { t } = useTranslation();
  const { header, title } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <MeetingHeader header={header} active="meeting" page={title} />
      <Callout tone="warning">
        <p className="mb-0">{t(header.state === "convened" ? "meetings.cancel.meansConvened" : "meetings.cancel.meansDraft")}</p>
      </Callout>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ reason: t("meetings.cancel.reason") }} />
        <TextArea name="reason" label={t("meetings.cancel.reason")} rows={3} maxLength={1000} state={state} required />
        <div className="form-actions">
          <Button look="danger">{t("meetings.cancel.send")}</Button>
          <ButtonLink look="outline-primary" to={paths.meeting(header.id)}>{t("meetings.cancel.keep")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
