// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listTables } from "~/tables/index.server";
import { Button, ButtonLink, Empty, PageHeader, Select, Tabs } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { listMeetings } from "../list-meetings.server";
import { MeetingList } from "../parts/meeting-list";
import { meetingStyles } from "../parts/styles";
import { lineOf } from "../view-meeting.server";
import { insideOf } from "./inside-tables.server";
import { monthAsked, weeksOf } from "./month";
import { MonthGrid } from "./parts/month-grid";

export const links = meetingStyles;

export const loader = load(async (ctx, { url }) => {
  const view = url.searchParams.get("vista") === "mese" ? ("mese" as const) : ("elenco" as const);
  const tables = await listTables(ctx);
  const table = tables.find(({ slug }) => slug === url.searchParams.get("tavolo")) ?? null;
  const month = monthAsked(url.searchParams.get("mese"), ctx.now);
  const shown = view === "mese" ? { from: month.startOf("week").toJSDate(), to: month.endOf("month").endOf("week").toJSDate() } : { after: ctx.now };
  const inside = await insideOf(ctx);
  const listed = await listMeetings(ctx, { tableIds: table ? [table.id] : undefined, ...shown });
  return {
    title: translate(ctx.locale, "meetings.calendar.title"),
    signedIn: ctx.actor !== null,
    view,
    table: table?.slug ?? "",
    tables: tables.map(({ slug, name }) => ({ value: slug, label: name })),
    month: { value: month.toFormat("yyyy-MM"), name: month.setLocale(ctx.locale).toFormat("LLLL yyyy"), before: month.minus({ months: 1 }).toFormat("yyyy-MM"), after: month.plus({ months: 1 }).toFormat("yyyy-MM") },
    today: toRomeDay(ctx.now),
    weeks: view === "mese" ? weeksOf(month) : [],
    days: [1, 2, 3, 4, 5, 6, 7].map((day) => month.startOf("week").plus({ days: day - 1 }).setLocale(ctx.locale).toFormat("ccc")),
    meetings: listed.map((each) => lineOf(ctx, each, inside(each.table))),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function CalendarPage() {
  const { t } = useTranslation();
  const { title, signedIn, view, table, tables, month, weeks, today, days, meetings } = useLoaderData<typeof loader>();
  const at = (change: Record<string, string>) => paths.calendar({ vista: view, ...(table ? { tavolo: table } : {}), ...change });
  return (
    <>
      <PageHeader title={title} lead={t("meetings.calendar.lead")} actions={signedIn ? <ButtonLink look="outline-primary" to={paths.ownCalendar()}>{t("meetings.calendar.own")}</ButtonLink> : null} />
      <Tabs label={t("meetings.calendar.views")} tabs={(["elenco", "mese"] as const).map((value) => ({ to: at({ vista: value }), label: t(`meetings.calendar.view.${value}`), active: value === view }))} />
      <Form method="get" className="filters no-print" key={table}>
        <input type="hidden" name="vista" value={view} />
        {view === "mese" ? <input type="hidden" name="mese" value={month.value} /> : null}
        <Select name="tavolo" label={t("meetings.calendar.table")} options={tables} empty={t("meetings.calendar.allTables")} initial={table} required />
        <Button look="outline-primary">{t("meetings.calendar.filter")}</Button>
      </Form>
      {view === "mese" ? (
        <>
          <div className="month-turn">
            <Link className="no-print" to={at({ mese: month.before })} rel="prev">{t("meetings.calendar.before")}</Link>
            <h2>{month.name}</h2>
            <Link className="no-print" to={at({ mese: month.after })} rel="next">{t("meetings.calendar.after")}</Link>
          </div>
          <MonthGrid caption={month.name} days={days} weeks={weeks} today={today} meetings={meetings} />
        </>
      ) : meetings.length === 0 ? (
        <Empty>{t("meetings.noneComing")}</Empty>
      ) : (
        <MeetingList meetings={meetings} />
      )}
      <p className="mt-4 no-print">
        <a href={paths.publicFeed(table || undefined)}>{t("meetings.calendar.subscribe")}</a>
      </p>
    </>
  );
}
