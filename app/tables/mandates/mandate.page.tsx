// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActList, AddAct } from "~/registry";
import { findOrganisation, showAct } from "~/registry/index.server";
import { ButtonLink, Empty, Facts, type FormState } from "~/ui";
import { MAX_MEGABYTES } from "~/web/files/examine-file";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate, inForce } from "~/web/time";
import { translate } from "~/web/translate.server";
import { manageMandates } from "../policy";
import { TableHeader } from "../table-header";
import { tableHeaderData } from "../table-header.server";
import { attachMandateAct, findMandateActs } from "./mandate-acts.server";

export const loader = load(async (ctx, { params, site }) => {
  signedIn(ctx);
  const { slug = "", seatId = "", mandateId = "" } = params;
  const { mandate, seat, table, standing, held, files } = await findMandateActs(ctx, { slug, seatId, mandateId });
  const body = await findOrganisation(ctx, seat.organisationId);
  const short = (instant: Date) => formatShortDate(instant, ctx.locale);
  const manages = manageMandates(ctx.actor, table, standing, seat).ok;
  return {
    header: await tableHeaderData(ctx, slug),
    title: translate(ctx.locale, "tables.mandate.actsTitle", { person: held?.label ?? "" }),
    body: { name: body.name, slug: body.slug },
    person: held ? (held.label === held.roleLabel ? held.label : `${held.label}, ${held.roleLabel}`) : "",
    capacity: mandate.capacity,
    over: !inForce(mandate, ctx.now) || (held !== undefined && !inForce(held, ctx.now)),
    since: short(mandate.validFrom),
    until: mandate.validTo && short(mandate.validTo),
    evidence: mandate.evidence,
    acts: files.map((file) => showAct(ctx.locale, paths.mandateAct(slug, seatId, mandateId, file.id), file)),
    may: { add: manages, manageSeat: manages ? paths.manageSeat(slug, seatId) : null },
    scans: site.scanForViruses !== null,
  };
});

export const action = act(
  async (ctx, form, { params, site }) => {
    const { slug = "", seatId = "", mandateId = "" } = params;
    await attachMandateAct(ctx, { slug, seatId, mandateId }, form, { scan: site.scanForViruses });
    return redirectWith(paths.mandate(slug, seatId, mandateId), "registry.delegation.attached");
  },
  // the form around the file weighs something too
  { megabytes: MAX_MEGABYTES + 1 },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function MandatePage() {
  const { t } = useTranslation();
  const { header, title, body, person, capacity, over, since, until, evidence, acts, may, scans } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="members" page={title} actions={<ButtonLink look="outline-primary" to={may.manageSeat ?? paths.tableMembers(header.slug)}>{t(may.manageSeat ? "tables.mandate.backToSeat" : "tables.mandate.backToMembers")}</ButtonLink>} />
      <p>{t("tables.mandate.actsLead", { body: body.name })}</p>
      <Facts
        rows={[
          [t("tables.seat.body"), <Link key="body" to={paths.organisation(body.slug)}>{body.name}</Link>],
          [t("tables.mandate.person"), person],
          [t("tables.mandate.capacity"), over ? `${t(`tables.capacity.${capacity}`)} · ${t("tables.mandate.over")}` : t(`tables.capacity.${capacity}`)],
          [t("tables.mandate.period"), until ? t("tables.sinceUntil", { from: since, to: until }) : t("tables.since", { date: since })],
          [t("tables.mandate.evidence"), evidence],
        ]}
      />
      {acts.length === 0 ? <Empty>{t("registry.delegation.none")}</Empty> : <ActList acts={acts} />}
      {may.add ? <AddAct acts={acts.length} scans={scans} state={state} /> : null}
    </>
  );
}
