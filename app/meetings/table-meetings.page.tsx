// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, tableHeaderData } from "~/tables/index.server";
import { ButtonLink, Empty, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { listMeetings } from "./list-meetings.server";
import { MeetingList } from "./parts/meeting-list";
import { meetingStyles } from "./parts/styles";
import { openPollsAt } from "./poll/polls.server";
import { RecordLinks } from "./minutes/parts/record-links";
import { convene, isInside } from "./policy";
import { lineOf } from "./view-meeting.server";

const PAST = 24;

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const inside = isInside(ctx.actor, table, header.standing);
  const coming = await listMeetings(ctx, { tableIds: [table.id], after: ctx.now });
  const past = await listMeetings(ctx, { tableIds: [table.id], endedBy: ctx.now, order: "desc", limit: PAST });
  return {
    header,
    title: `${translate(ctx.locale, "meetings.name")} · ${header.name}`,
    coming: coming.map((each) => lineOf(ctx, each, inside)),
    past: past.map((each) => lineOf(ctx, each, inside)),
    polls: inside ? (await openPollsAt(ctx, [table.id])).map(({ id, title }) => ({ id, title })) : [],
    mayConvene: convene(ctx.actor, table, header.standing).ok,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function TableMeetingsPage() {
  const { t } = useTranslation();
  const { header, coming, past, polls, mayConvene } = useLoaderData<typeof loader>();
  const begin = (
    <>
      <ButtonLink look="outline-primary" to={paths.newPoll(header.slug)}>{t("meetings.poll.action")}</ButtonLink>
      <ButtonLink look="outline-primary" to={paths.programme(header.slug)}>{t("meetings.programme.action")}</ButtonLink>
      <ButtonLink to={paths.newMeeting(header.slug)}>{t("meetings.plan.action")}</ButtonLink>
    </>
  );
  return (
    <>
      <TableHeader header={header} active="meetings" actions={mayConvene ? begin : null} />
      {polls.length > 0 ? (
        <Section title={t("meetings.poll.running")}>
          <ul className="plain-list">
            {polls.map(({ id, title }) => (
              <li key={id}><Link to={paths.poll(id)}>{title}</Link></li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t("meetings.coming")} actions={mayConvene ? <Link to={paths.forfeitures(header.slug)}>{t("meetings.forfeit.action")}</Link> : null}>
        {coming.length === 0 ? <Empty>{t(mayConvene ? "meetings.noneConvene" : "meetings.noneComing")}</Empty> : <MeetingList meetings={coming} withTable={false} />}
      </Section>
      {past.length > 0 ? (
        <Section title={t("meetings.past")}>
          <MeetingList meetings={past} withTable={false} />
        </Section>
      ) : null}
      <RecordLinks slug={header.slug} inside={header.standing !== null || mayConvene} />
    </>
  );
}
