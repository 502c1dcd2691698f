// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { kindGroup, kindGroups } from "~/registry";
import { Button, ButtonLink, Callout, Empty, Field, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate, formatShortDate, parseRomeDay, toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findTable } from "./find-table.server";
import { mandateActCounts } from "./mandates/mandate-acts.server";
import { membersOf } from "./members.server";
import { MemberTable } from "./parts/member-table";
import { askToJoin, manageMandates, manageSeats, readMandateActs, readRequests } from "./policy";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";

/** The last instant of the day in Europe/Rome, so that what happened during the day counts. */
function endOf(day: Date): Date {
  const next = parseRomeDay(toRomeDay(new Date(day.getTime() + 36 * 3_600_000)));
  return new Date((next ?? day).getTime() - 1);
}

export const loader = load(async (ctx, { params, url }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const day = parseRomeDay(url.searchParams.get("il") ?? "");
  const { sight, members } = await membersOf(ctx, table, day ? endOf(day) : ctx.now);
  const read = members.filter(({ organisationId }) => readMandateActs(ctx.actor, table, header.standing, { organisationId }).ok);
  const acts = await mandateActCounts(ctx, read.flatMap(({ voices }) => voices.map(({ mandateId }) => mandateId)));
  const short = (instant: Date) => formatShortDate(instant, ctx.locale);
  const join = askToJoin(ctx.actor, table, header.standing);
  return {
    header,
    title: `${translate(ctx.locale, "tables.tabs.members")} · ${header.name}`,
    sight,
    day: day && { field: toRomeDay(day), words: formatDate(day, ctx.locale) },
    today: toRomeDay(ctx.now),
    members: members.map(({ seatId, organisationId, organisationName, organisationSlug, organisationKind, enrolment, enrolmentFrom, role, kind, validFrom, validTo, voices, hidden }) => ({
      seatId,
      hidden,
      name: organisationName,
      slug: organisationSlug,
      group: kindGroup(organisationKind),
      standing: { kind: organisationKind, enrolment, enrolmentFrom },
      role,
      kind,
      since: short(validFrom),
      until: validTo && short(validTo),
      voices: voices.map(({ mandateId, personLabel, roleLabel, capacity }) => ({ mandateId, personLabel, roleLabel, capacity, acts: acts.get(mandateId) ?? 0 })),
      mayName: manageMandates(ctx.actor, table, header.standing, { organisationId }).ok,
    })),
    may: { manage: manageSeats(ctx.actor, table, header.standing).ok, readRequests: readRequests(ctx.actor, table, header.standing).ok, join: join.ok || ctx.actor === null },
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function MembersPage() {
  const { t } = useTranslation();
  const { header, members, day, today, sight, may } = useLoaderData<typeof loader>();
  const actions = (
    <>
      {may.readRequests ? <ButtonLink look="outline-primary" to={paths.tableInterests(header.slug)}>{t("registry.interests.title")}</ButtonLink> : null}
      {may.readRequests ? <ButtonLink look="outline-primary" to={paths.joinRequests(header.slug)}>{t("tables.join.requests")}</ButtonLink> : null}
      {may.manage ? <ButtonLink to={paths.manageMembers(header.slug)}>{t("tables.manage.action")}</ButtonLink> : null}
      {may.join ? <ButtonLink to={paths.joinTable(header.slug)}>{t("tables.join.action")}</ButtonLink> : null}
    </>
  );
  return (
    <>
      <TableHeader header={header} active="members" actions={actions} />
      <Form method="get" className="filters" key={day?.field ?? today}>
        <Field name="il" type="date" label={t("tables.members.on")} initial={day?.field ?? today} />
        <Button look="outline-primary">{t("tables.members.look")}</Button>
        {day ? <Link to={paths.tableMembers(header.slug)}>{t("tables.members.today")}</Link> : null}
      </Form>
      {day ? <h2>{t("tables.members.whoSpokeOn", { day: day.words })}</h2> : null}
      <p className="muted">{t(`tables.sight.${sight}`)}</p>
      {members.length === 0 ? <Empty>{t(day ? "tables.members.noneThen" : "tables.members.none")}</Empty> : null}
      {kindGroups.map((group) => {
        const own = members.filter((member) => member.group === group);
        return own.length === 0 ? null : (
          <Section key={group} title={`${t(`registry.group.${group}`)} (${own.length})`}>
            <MemberTable members={own} caption={t(`registry.group.${group}`)} manageAt={(seatId) => paths.manageSeat(header.slug, seatId)} actsAt={(seatId, mandateId) => paths.mandate(header.slug, seatId, mandateId)} showVoices={sight !== "none"} />
          </Section>
        );
      })}
      {sight === "none" && header.sensitive ? <Callout tone="neutral">{t("tables.members.whyHidden")}</Callout> : null}
    </>
  );
}
