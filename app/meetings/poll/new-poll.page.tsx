// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, tableHeaderData } from "~/tables/index.server";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { meetingStyles } from "../parts/styles";
import { convene } from "../policy";
import { OPTIONS } from "./poll";
import { openPoll } from "./polls.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  enforce(convene(ctx.actor, await findTable(ctx, header.id), header.standing));
  return { header, title: translate(ctx.locale, "meetings.poll.new") };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { pollId } = await openPoll(ctx, params.slug ?? "", form);
  return redirectWith(paths.poll(pollId), "meetings.poll.opened");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NewPollPage() {
  const { t } = useTranslation();
  const { header, title } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { title: t("meetings.title.label"), minutes: t("meetings.length.label"), note: t("meetings.note.label"), answersBy: t("meetings.poll.answersBy"), options: t("meetings.poll.dates") };
  const typed = state?.values["options[]"];
  const error = state?.problem.fields?.options;
  return (
    <>
      <TableHeader header={header} active="meetings" page={title} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="title" label={labels.title} initial={t("meetings.plan.usualTitle")} maxLength={160} state={state} required />
        <Field name="minutes" type="number" min={15} max={600} step={5} label={labels.minutes} initial="120" state={state} required />
        <fieldset id="options" tabIndex={-1} className={`field date-lines ${error ? "field-wrong" : ""}`}>
          <legend>{labels.options}</legend>
          <p className="field-hint">{t("meetings.poll.datesHint")}</p>
          {Array.from({ length: OPTIONS }, (_, i) => (
            <div key={`option-${i + 1}`} className="mb-2">
              <label htmlFor={`option-${i}`} className="visually-hidden">{t("meetings.poll.date", { number: i + 1 })}</label>
              <input id={`option-${i}`} type="datetime-local" name="options[]" className="form-control" defaultValue={Array.isArray(typed) ? typed[i] : ""} />
            </div>
          ))}
          {error ? <div className="field-error">{t(error)}</div> : null}
        </fieldset>
        <Field name="answersBy" type="date" label={labels.answersBy} state={state} required />
        <TextArea name="note" label={labels.note} rows={2} maxLength={1000} state={state} />
        <div className="form-actions">
          <Button>{t("meetings.poll.open")}</Button>
          <ButtonLink look="outline-primary" to={paths.tableMeetings(header.slug)}>{t("web.form.cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
