// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Empty, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { absolute } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { listMeetings } from "../list-meetings.server";
import { MeetingList } from "../parts/meeting-list";
import { meetingStyles } from "../parts/styles";
import { lineOf } from "../view-meeting.server";
import { feedsOf, openFeed, revokeFeed } from "./feeds.server";
import { insideOf, tablesOfPerson } from "./inside-tables.server";

export const links = meetingStyles;

export const loader = load(async (ctx) => {
  const { personId } = signedIn(ctx);
  const inside = await insideOf(ctx);
  const listed = await listMeetings(ctx, { tableIds: await tablesOfPerson(ctx, personId), after: ctx.now });
  return {
    title: translate(ctx.locale, "meetings.calendar.own"),
    meetings: listed.map((each) => lineOf(ctx, each, inside(each.table))),
    feeds: (await feedsOf(ctx)).map(({ id, createdAt }) => ({ id, date: formatDate(createdAt, ctx.locale) })),
  };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  if (form.get("intent") === "revoke") {
    await revokeFeed(ctx, String(form.get("feedId")));
    return redirectWith(paths.ownCalendar(), "meetings.calendar.revoked");
  }
  // the secret is shown in this answer and never again
  return { address: absolute(paths.feed((await openFeed(ctx)).token)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function OwnCalendarPage() {
  const { t } = useTranslation();
  const { title, meetings, feeds } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const address = made && "address" in made ? made.address : null;
  return (
    <>
      <PageHeader title={title} trail={[{ to: paths.calendar(), label: t("meetings.calendar.title") }]} />
      {meetings.length === 0 ? <Empty>{t("meetings.calendar.noneOwn")}</Empty> : <MeetingList meetings={meetings} />}
      <Section title={t("meetings.calendar.feeds")}>
        <p>{t("meetings.calendar.feedsHow")}</p>
        {address ? (
          <Callout tone="success" title={t("meetings.calendar.made")}>
            <p className="feed-address"><code>{address}</code></p>
            <p className="mb-0">{t("meetings.calendar.madeOnce")}</p>
          </Callout>
        ) : null}
        <ul className="plain-list">
          {feeds.map(({ id, date }) => (
            <li key={id}>
              {t("meetings.calendar.feed", { date })}
              <Form method="post" className="row-actions">
                <input type="hidden" name="feedId" value={id} />
                <Button look="link" small name="intent" value="revoke">{t("meetings.calendar.revoke")}</Button>
              </Form>
            </li>
          ))}
        </ul>
        <Form method="post">
          <Button look="outline-primary" name="intent" value="open">{t("meetings.calendar.make")}</Button>
        </Form>
      </Section>
    </>
  );
}
