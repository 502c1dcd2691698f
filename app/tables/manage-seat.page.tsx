// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findOrganisation, mayBeSent } from "~/registry/index.server";
import { chosenFile, EnrolmentChip } from "~/registry";
import { ButtonLink, Callout, Chip, Empty, Facts, type FormState, Section } from "~/ui";
import { MAX_MEGABYTES } from "~/web/files/examine-file";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatShortDate, inForce, parseRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { endMandate } from "./end-mandate.server";
import { endSeat } from "./end-seat.server";
import { findSeat } from "./find-seat.server";
import { giveMandate } from "./give-mandate.server";
import { mandatesOf } from "./mandates-of.server";
import { mandateActCounts } from "./mandates/mandate-acts.server";
import { EndForm, MandateForm } from "./parts/seat-forms";
import { manageMandates, manageSeats } from "./policy";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const { seat, table } = await findSeat(ctx.db.read, params.seatId ?? "");
  if (table.slug !== params.slug) throw problem("missing");
  const header = await tableHeaderData(ctx, table.slug);
  enforce(manageMandates(ctx.actor, table, header.standing, seat));
  const body = await findOrganisation(ctx, seat.organisationId);
  const short = (instant: Date) => formatShortDate(instant, ctx.locale);
  const given = await mandatesOf(ctx, seat.id);
  const acts = await mandateActCounts(ctx, given.map(({ mandateId }) => mandateId));
  const mandates = given.map(({ validFrom, validTo, ...rest }) => ({ ...rest, acts: acts.get(rest.mandateId) ?? 0, current: rest.held && inForce({ validFrom, validTo }, ctx.now), from: short(validFrom), to: validTo && short(validTo) }));
  const people = await mayBeSent(ctx, body.id, ctx.now);
  return {
    header,
    title: translate(ctx.locale, "tables.manage.seatTitle", { organisation: body.name }),
    body: { name: body.name, slug: body.slug, kind: body.kind, enrolment: body.enrolment, enrolmentFrom: body.enrolmentFrom },
    seat: { id: seat.id, role: seat.role, basis: seat.basis, since: short(seat.validFrom), until: seat.validTo && short(seat.validTo), current: inForce(seat, ctx.now), endedReason: seat.endedReason },
    mandates,
    people: people.map(({ affiliationId, personLabel, roleLabel }) => ({ value: affiliationId, label: personLabel === roleLabel ? roleLabel : `${personLabel}, ${roleLabel}` })),
    mayEndSeat: manageSeats(ctx.actor, table, header.standing).ok,
    ending: url.searchParams.get("termina"),
  };
});

export const action = act(async (ctx, form, { params, site }) => {
  signedIn(ctx);
  const [slug, seatId] = [params.slug ?? "", params.seatId ?? ""];
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent");
  if (intent === "end-seat") {
    await endSeat(ctx, { seatId, reason: text("reason") });
    return redirectWith(paths.manageMembers(slug), "tables.seat.wasEnded");
  }
  if (intent === "end-mandate") {
    await endMandate(ctx, { mandateId: text("mandateId") });
    return redirectWith(paths.manageSeat(slug, seatId), "tables.mandate.wasEnded");
  }
  const validTo = text("validTo") ? parseRomeDay(text("validTo")) : null;
  if (text("validTo") && !validTo) throw problem("invalid", { fields: { validTo: "web.field.invalid" } });
  const file = chosenFile(form);
  await giveMandate(ctx, { seatId, affiliationId: text("affiliationId"), capacity: text("capacity") === "deputy" ? "deputy" : "titular", validTo, evidence: text("evidence") }, file && { file, scan: site.scanForViruses });
  return redirectWith(paths.manageSeat(slug, seatId), "tables.mandate.given");
}, { megabytes: MAX_MEGABYTES + 1 });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ManageSeatPage() {
  const { t } = useTranslation();
  const { header, title, body, seat, mandates, people, mayEndSeat, ending } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const here = paths.manageSeat(header.slug, seat.id);
  const endingMandate = mandates.find((mandate) => mandate.current && mandate.mandateId === ending);
  if (ending === "seggio" && mayEndSeat && seat.current) {
    return (
      <>
        <TableHeader header={header} active="members" page={title} />
        <EndForm intent="end-seat" title={t("tables.seat.endTitle", { organisation: body.name })} means={t("tables.seat.endMeans")} action={t("tables.seat.end")} back={here} state={state} withReason />
      </>
    );
  }
  if (endingMandate) {
    return (
      <>
        <TableHeader header={header} active="members" page={title} />
        <EndForm intent="end-mandate" mandateId={endingMandate.mandateId} title={t("tables.mandate.endTitle", { person: endingMandate.personLabel })} means={t("tables.mandate.endMeans")} action={t("tables.mandate.end")} back={here} state={state} />
      </>
    );
  }
  return (
    <>
      <TableHeader header={header} active="members" page={title} actions={mayEndSeat && seat.current ? <ButtonLink look="outline-danger" to={`${here}?termina=seggio`}>{t("tables.seat.end")}</ButtonLink> : null} />
      {seat.current ? null : <Callout tone="warning" title={t("tables.seat.isEnded")}>{seat.endedReason}</Callout>}
      <Facts
        rows={[
          [t("tables.seat.body"), <span key="body"><Link to={paths.organisation(body.slug)}>{body.name}</Link> <EnrolmentChip body={body} /></span>],
          [t("tables.seat.role"), t(`tables.role.${seat.role}`)],
          [t("tables.seat.basis"), seat.basis],
          [t("tables.members.since"), seat.until ? t("tables.sinceUntil", { from: seat.since, to: seat.until }) : seat.since],
        ]}
      />
      <Section title={t("tables.members.voices")}>
        {mandates.length === 0 ? <Empty>{t("tables.mandate.none")}</Empty> : null}
        <ul className="plain-list">
          {mandates.map((mandate) => (
            <li key={mandate.mandateId}>
              <strong>{mandate.personLabel}</strong> <Chip tone={mandate.current ? "success" : "neutral"}>{t(mandate.current ? `tables.capacity.${mandate.capacity}` : "tables.mandate.over")}</Chip>
              <div className="muted">
                {mandate.to ? t("tables.sinceUntil", { from: mandate.from, to: mandate.to }) : t("tables.since", { date: mandate.from })}
                {mandate.evidence ? ` · ${mandate.evidence}` : ""}
              </div>
              <Link to={paths.mandate(header.slug, seat.id, mandate.mandateId)} aria-label={t("registry.delegation.linkOf", { person: mandate.personLabel, count: mandate.acts })}>
                {t("registry.delegation.link", { count: mandate.acts })}
              </Link>
              {mandate.current ? " · " : null}
              {mandate.current ? <Link to={`${here}?termina=${mandate.mandateId}`} aria-label={`${t("tables.mandate.end")}: ${mandate.personLabel}`}>{t("tables.mandate.end")}</Link> : null}
            </li>
          ))}
        </ul>
      </Section>
      {seat.current ? (
        <Section title={t("tables.mandate.give")}>
          {people.length === 0 ? <Empty action={<Link to={paths.organisationPeople(body.slug)}>{t("registry.people.all")}</Link>}>{t("tables.mandate.noPeople")}</Empty> : <MandateForm people={people} state={state} count={mandates.length} />}
        </Section>
      ) : null}
    </>
  );
}
