// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listOrganisations } from "~/registry/index.server";
import { Button, ButtonLink, Empty, ErrorSummary, Field, type FormState, Section, Select } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatShortDate, parseRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findTable } from "./find-table.server";
import { grantSeat } from "./grant-seat.server";
import { seatKinds, seatRoles } from "./levels";
import { MemberTable } from "./parts/member-table";
import { manageSeats } from "./policy";
import { seatsAt } from "./seats-at.server";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  enforce(manageSeats(ctx.actor, table, header.standing));
  const short = (instant: Date) => formatShortDate(instant, ctx.locale);
  const members = (await seatsAt(ctx.db.read, table.id, ctx.now)).map(({ seatId, organisationName, organisationSlug, organisationKind, enrolment, enrolmentFrom, role, kind, validFrom, validTo, speakers }) => ({
    seatId,
    name: organisationName,
    slug: organisationSlug,
    standing: { kind: organisationKind, enrolment, enrolmentFrom },
    role,
    kind,
    since: short(validFrom),
    until: validTo && short(validTo),
    voices: speakers.map(({ mandateId, personLabel, roleLabel, capacity }) => ({ mandateId, personLabel, roleLabel, capacity })),
    hidden: false,
    mayName: true,
  }));
  const bodies = (await listOrganisations(ctx)).map(({ id, name }) => ({ value: id, label: name }));
  return { header, members, bodies, title: translate(ctx.locale, "tables.manage.title", { table: header.name }) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { id } = await findTable(ctx, params.slug ?? "");
  const { validFrom, ...fields } = Object.fromEntries(form);
  await grantSeat(ctx, { ...fields, tableId: id, validFrom: dayOf(String(validFrom ?? ""), "validFrom") } as Parameters<typeof grantSeat>[1]);
  return redirectWith(paths.manageMembers(params.slug ?? ""), "tables.seat.granted");
});

/** The first instant of a day typed in a field, or nothing. */
function dayOf(text: string, field: string): Date | undefined {
  if (text === "") return undefined;
  const day = parseRomeDay(text);
  if (!day) throw problem("invalid", { fields: { [field]: "web.field.invalid" } });
  return day;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ManageMembersPage() {
  const { t } = useTranslation();
  const { header, members, bodies } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { organisationId: t("tables.seat.body"), role: t("tables.seat.role"), kind: t("tables.seat.kind"), basis: t("tables.seat.basis"), validFrom: t("tables.seat.validFrom") };
  return (
    <>
      <TableHeader header={header} active="members" page={t("tables.manage.heading")} />
      <Section title={t("tables.manage.seats")} actions={<ButtonLink look="outline-primary" to={paths.joinRequests(header.slug)}>{t("tables.join.requests")}</ButtonLink>}>
        {members.length === 0 ? <Empty>{t("tables.manage.noSeats")}</Empty> : <MemberTable members={members} caption={t("tables.manage.seats")} manageAt={(seatId) => paths.manageSeat(header.slug, seatId)} showVoices />}
      </Section>
      <Section title={t("tables.manage.grant")}>
        <Form method="post" className="concerto-form" noValidate key={members.length}>
          <ErrorSummary state={state} labels={labels} />
          <Select name="organisationId" label={labels.organisationId} options={bodies} empty={t("web.form.chooseOne")} state={state} required />
          <Select name="role" label={labels.role} options={seatRoles.map((value) => ({ value, label: t(`tables.role.${value}`) }))} state={state} initial="member" required />
          <Select name="kind" label={labels.kind} hint={t("tables.seat.kindHint")} options={seatKinds.map((value) => ({ value, label: t(`tables.seatKind.${value}`) }))} state={state} initial="representation" required />
          <Field name="basis" label={labels.basis} hint={t("tables.seat.basisHint")} state={state} required maxLength={500} />
          <Field name="validFrom" type="date" label={labels.validFrom} hint={t("tables.seat.validFromHint")} state={state} />
          <div className="form-actions">
            <Button>{t("tables.manage.grant")}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}
