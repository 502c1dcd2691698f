// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MeetingList, meetingStyles } from "~/meetings";
import { PlanMatrix } from "~/plan";
import { ButtonLink, Card, CardGrid, Empty, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { HowToTakePart } from "./parts/how-to-take-part";
import { OpenNotices } from "./parts/open-notices";
import { TableCard } from "./parts/table-card";
import { readHome } from "./read-home.server";

export const loader = load(async (ctx) => ({
  ...(await readHome(ctx)),
  locale: ctx.locale,
  title: translate(ctx.locale, "transparency.home.title"),
}));

export const links = meetingStyles;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Concerto · ${data?.title}` },
];

export default function Home() {
  const { tables, notices, meetings, matrix, locale, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <header className="home-hero">
        <h1>{title}</h1>
        <p className="lead">{t("transparency.home.lead")}</p>
        <p className="home-actions no-print">
          <ButtonLink to={paths.tables()}>{t("transparency.home.seeTables")}</ButtonLink>
          <ButtonLink look="outline-primary" to={paths.plan()}>
            {t("transparency.home.seePlan")}
          </ButtonLink>
        </p>
      </header>
      <Section title={t("transparency.home.tables")}>
        {tables.length === 0 ? <Empty>{t("transparency.home.noTables")}</Empty> : null}
        <CardGrid>
          {tables.map((table) => (
            <TableCard key={table.slug} table={table} />
          ))}
        </CardGrid>
      </Section>
      <div className="two-columns home-columns">
        <Section title={t("transparency.home.meetings")} actions={<Link to={paths.calendar()}>{t("transparency.home.allMeetings")}</Link>}>
          {meetings.length === 0 ? <Empty>{t("meetings.noneComing")}</Empty> : <MeetingList meetings={meetings} />}
        </Section>
        <Section title={t("transparency.home.notices")}>
          <OpenNotices notices={notices} locale={locale} />
        </Section>
        <Section title={t("transparency.home.verify.title")}>
          <Card title={t("transparency.home.verify.heading")} to={paths.verify()}>
            <p>{t("transparency.home.verify.how")}</p>
          </Card>
        </Section>
      </div>
      {matrix ? (
        <Section title={t("transparency.home.plan", { edition: matrix.edition })}>
          <PlanMatrix matrix={matrix} />
        </Section>
      ) : null}
      <Section title={t("transparency.home.takePart")}>
        <HowToTakePart />
      </Section>
    </>
  );
}
