// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, Empty, ErrorSummary, type FormState, Section } from "~/ui";
import { readEnv } from "~/web/env.server";
import { act, load, type Request$, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { agendaOf, meetingInside } from "../decisions/find-decisions.server";
import { MeetingHeader } from "../meeting-header";
import { headerOf } from "../meeting-header.server";
import { answerAmendment, proposeAmendment, withdrawAmendment } from "./amendments.server";
import { approveMinutes, sealMinutes } from "./approve-minutes.server";
import { beginMinutes } from "./begin-minutes.server";
import { circulateMinutes, recallMinutes } from "./circulate-minutes.server";
import { correctMinutes } from "./correct-minutes.server";
import { minutesOfMeeting } from "./find-minutes.server";
import { Amendments } from "./parts/amendments";
import { ExaminedList } from "./parts/examined-list";
import { MinutesFacts } from "./parts/minutes-facts";
import { MinutesSteps } from "./parts/minutes-steps";
import { PublishForm } from "./parts/publish-form";
import { beginMinutes as mayBegin } from "./policy";
import { beforePublishing, publishMinutes } from "./publish-minutes.server";
import { viewMinutes } from "./view-minutes.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const found = await meetingInside(ctx, params.id ?? "");
  const row = await minutesOfMeeting(ctx.db.read, found.meeting.id);
  const begin = mayBegin(ctx.actor, found.table, found.standing, found.meeting);
  const minutes = row ? await viewMinutes(ctx, found, row) : null;
  return {
    header: headerOf(ctx, found),
    title: translate(ctx.locale, "meetings.minutes.name"),
    minutes,
    items: (await agendaOf(ctx.db.read, found.meeting.id)).map(({ id, position, title }) => ({ value: id, label: `${position}. ${title}` })),
    mayBegin: begin.ok,
    before: row && minutes?.may.publish ? await beforePublishing(ctx, { ...found, minutes: row }) : null,
  };
});

export const action = act(async (ctx, form, request) => {
  signedIn(ctx);
  const { id, said, to } = await take(ctx, form, request);
  return redirectWith(to ?? paths.minutes(id), said);
});

async function take(ctx: Parameters<typeof beginMinutes>[0], form: FormData, { params, site }: Request$): Promise<{ id: string; said: string; to?: string }> {
  const id = params.id ?? "";
  const told = (name: string, to?: string) => ({ id, said: `meetings.minutes.did.${name}`, ...(to ? { to } : {}) });
  const step = String(form.get("do"));
  if (step === "begin") return told("begun", paths.document((await beginMinutes(ctx, id)).documentId));
  const minutesId = (await minutesOfMeeting(ctx.db.read, (await meetingInside(ctx, id)).meeting.id))?.id;
  if (!minutesId) throw problem("missing");
  const { COMUNE: comune, origin } = readEnv();
  switch (step) {
    case "circulate":
      await circulateMinutes(ctx, site.liveTexts, minutesId);
      return told("circulated");
    case "recall":
      await recallMinutes(ctx, minutesId, form);
      return told("recalled");
    case "amend":
      await proposeAmendment(ctx, minutesId, form);
      return told("amended");
    case "answer":
      await answerAmendment(ctx, minutesId, form);
      return told("answered");
    case "withdraw":
      await withdrawAmendment(ctx, minutesId, String(form.get("amendmentId")));
      return told("withdrawn");
    case "approve":
      await approveMinutes(ctx, minutesId, form);
      return told("approved");
    case "seal":
      await sealMinutes(ctx, site.liveTexts, minutesId, { comune, origin });
      return told("sealed");
    case "publish":
      await publishMinutes(ctx, minutesId, form);
      return told("published");
    case "correct":
      return told("corrected", paths.document((await correctMinutes(ctx, minutesId, form)).documentId));
    default:
      throw problem("invalid");
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.header.title ?? ""} · Concerto` }];

export default function MinutesPage() {
  const { t } = useTranslation();
  const { header, minutes, items, mayBegin, before } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  if (!minutes) {
    return (
      <>
        <MeetingHeader header={header} active="minutes" />
        <ErrorSummary state={state} />
        <Empty action={mayBegin ? <Form method="post"><Button name="do" value="begin">{t("meetings.minutes.begin")}</Button></Form> : null}>{t(mayBegin ? "meetings.minutes.noneBegin" : "meetings.minutes.none")}</Empty>
      </>
    );
  }
  return (
    <>
      <MeetingHeader header={header} active="minutes" actions={<ButtonLink to={paths.document(minutes.documentId)}>{t(minutes.state === "writing" ? "meetings.minutes.write" : "meetings.minutes.read")}</ButtonLink>} />
      <MinutesFacts minutes={minutes} />
      {minutes.state === "writing" && header.state !== "closed" && mayBegin ? (
        <Callout>
          <p>{t("meetings.minutes.writingHint")}</p>
        </Callout>
      ) : null}
      {minutes.examined.length > 0 ? (
        <Section title={t("meetings.minutes.examined.title")}>
          <ExaminedList examined={minutes.examined} />
        </Section>
      ) : null}
      {minutes.circulated ? (
        <Section title={t("meetings.minutes.amendments")}>
          <Amendments minutes={minutes} items={items} state={state} />
        </Section>
      ) : null}
      <MinutesSteps minutes={minutes} state={state} />
      {before ? <PublishForm before={before} mayFull={minutes.may.publishFull} state={state?.values.do === "publish" ? state : undefined} /> : null}
    </>
  );
}
