// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, Chip, DataTable, Empty, ErrorSummary, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { formatDateTime, formatShortDate, parseRomeLocal, toRomeLocal } from "~/web/time";
import { translate } from "~/web/translate.server";
import { endAffiliation } from "./end-affiliation.server";
import { findOrganisation } from "./find-organisation.server";
import { WhoCould } from "./parts/who-could";
import { peopleAt, peopleOf } from "./people.server";
import { affiliate, endAffiliation as mayEnd, seePeople } from "./policy";

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const body = await findOrganisation(ctx, params.slug ?? "");
  const { id, kind, name, slug } = body;
  enforce(seePeople(ctx.actor, { id }));
  const mayInvite = affiliate(ctx.actor, body, { capacity: "delegate", powers: ["read"] }).ok;
  const people = (await peopleOf(ctx, { id, kind })).map(({ affiliationId, personId, personLabel, roleLabel, capacity, powers, validFrom, validTo, current }) => ({
    affiliationId,
    label: personLabel ?? roleLabel,
    roleLabel,
    capacity,
    powers,
    current,
    since: formatShortDate(validFrom, ctx.locale),
    until: validTo && formatShortDate(validTo, ctx.locale),
    mayEnd: current && mayEnd(ctx.actor, { organisationId: id, personId: personId ?? "" }).ok,
  }));
  const moment = parseRomeLocal(url.searchParams.get("quando") ?? "");
  const then = moment && { field: toRomeLocal(moment).slice(0, 16), words: formatDateTime(moment, ctx.locale), people: await peopleAt(ctx, { id }, moment) };
  return { title: translate(ctx.locale, "registry.people.title", { name }), name, slug, people, mayInvite, then };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await endAffiliation(ctx, form);
  return redirectWith(paths.organisationPeople(params.slug ?? ""), "registry.people.ended");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function PeoplePage() {
  const { t } = useTranslation();
  const { name, slug, people, mayInvite, then } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const [search] = useSearchParams();
  const here = paths.organisationPeople(slug);
  const ending = people.find(({ affiliationId, mayEnd: may }) => may && affiliationId === search.get("termina"));
  const trail = [
    { to: paths.organisations(), label: t("registry.title") },
    { to: paths.organisation(slug), label: name },
  ];
  return (
    <>
      <PageHeader title={t("registry.people.heading")} lead={t("registry.people.lead", { name })} trail={trail} actions={mayInvite ? <ButtonLink to={`${paths.people(slug)}#invita`}>{t("registry.people.invite")}</ButtonLink> : null} />
      {ending ? (
        <Section title={t("registry.people.endTitle", { person: ending.label })}>
          <Callout tone="warning">{t("registry.people.endMeans", { name })}</Callout>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state} />
            <input type="hidden" name="affiliationId" value={ending.affiliationId} />
            <TextArea name="reason" label={t("registry.people.reason")} state={state} required maxLength={500} />
            <div className="form-actions">
              <Button look="danger">{t("registry.people.end")}</Button>
              <ButtonLink look="outline-primary" to={here}>
                {t("web.form.cancel")}
              </ButtonLink>
            </div>
          </Form>
        </Section>
      ) : people.length === 0 ? (
        <Empty>{t("registry.people.none")}</Empty>
      ) : (
        <DataTable caption={t("registry.people.heading")} head={[t("registry.people.person"), t("registry.people.capacity"), t("registry.people.powers"), t("registry.people.period"), ""]}>
          {people.map((person) => (
            <tr key={person.affiliationId}>
              <th scope="row">
                {person.label}
                {person.label === person.roleLabel ? null : <span className="voice-detail"> {person.roleLabel}</span>}
              </th>
              <td data-label={t("registry.people.capacity")}>{t(`registry.capacity.${person.capacity}`)}</td>
              <td data-label={t("registry.people.powers")}>{person.powers.map((power) => t(`registry.power.${power}`)).join(", ")}</td>
              <td data-label={t("registry.people.period")}>
                {person.current ? <Chip tone="success">{t("registry.people.inForce")}</Chip> : <Chip>{t("registry.people.over")}</Chip>}{" "}
                {person.until ? t("registry.people.fromTo", { from: person.since, to: person.until }) : t("registry.people.from", { from: person.since })}
              </td>
              <td>{person.mayEnd ? <Link to={`${here}?termina=${person.affiliationId}`}>{t("registry.people.end")}</Link> : null}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {ending ? null : <WhoCould then={then} name={name} />}
    </>
  );
}
