// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { missingFacts, OrganisationChips, OrganisationFacts, registryPolicy } from "~/registry";
import { checksOf, contactsOf, findOrganisation, isNetwork, membersOfNetwork, networksOf, peopleOf } from "~/registry/index.server";
import { ButtonLink, Callout, Chip, Empty, PageHeader, Section, Written } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { shareTable, tablesOf } from "./list-tables.server";
import { ChecksOfBody, ContactsOfBody, NetworkOfBody } from "./parts/body-facts";

// a body is shown with the tables where it sits: it is answered from here, where both are known
export const loader = load(async (ctx, { params }) => {
  const body = await findOrganisation(ctx, params.slug ?? "");
  const day = (instant: Date) => formatShortDate(instant, ctx.locale);
  const { id: _id, createdAt: _createdAt, mergedIntoId: _mergedIntoId, checkedByPersonId: _checkedBy, ...shown } = body;
  const tables = await tablesOf(ctx, body.id);
  const ties = (rows: Awaited<ReturnType<typeof networksOf>>) => rows.map(({ name, slug }) => ({ name, slug }));
  const mayKeep = registryPolicy.keepContacts(ctx.actor, body).ok;
  const people = await peopleOf(ctx, body);
  return {
    body: { ...shown, checkedOn: body.checkedAt && day(body.checkedAt), closedOn: body.closedAt && day(body.closedAt), missing: missingFacts(body), sourceOn: body.sourceDate && day(body.sourceDate) },
    contacts: await contactsOf(ctx, body, await shareTable(ctx, tables)),
    network: { is: isNetwork(body), members: isNetwork(body) ? ties(await membersOfNetwork(ctx, body.id, ctx.now)) : [], of: ties(await networksOf(ctx, body.id, ctx.now)) },
    checks: mayKeep ? (await checksOf(ctx, body.id)).map(({ check, by }) => ({ id: check.id, on: day(check.at), outcome: check.outcome, since: check.since && day(check.since), note: check.note, by })) : [],
    tables: tables.map((table) => ({ ...table, since: day(table.since) })),
    people: people.filter(({ current }) => current).map(({ affiliationId, personLabel, roleLabel, capacity }) => ({ affiliationId, personLabel, roleLabel, capacity })),
    may: { edit: registryPolicy.update(ctx.actor, body).ok, seePeople: registryPolicy.seePeople(ctx.actor, body).ok, keep: mayKeep },
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.body.name ?? ""} · Concerto` }];

export default function OrganisationPage() {
  const { t } = useTranslation();
  const { body, may, contacts, network, checks } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={body.name}
        trail={[{ to: paths.organisations(), label: t("registry.title") }]}
        chips={<OrganisationChips body={body} />}
        lead={body.purpose ? <Written>{body.purpose}</Written> : null}
        actions={may.edit ? <ButtonLink look="outline-primary" to={paths.editOrganisation(body.slug)}>{t("registry.edit.action")}</ButtonLink> : null}
      />
      {body.closedOn ? <Callout tone="warning">{t("registry.closedOn", { date: body.closedOn })}</Callout> : null}
      <div className="two-columns">
        <div>
          <h2>{t("registry.facts.title")}</h2>
          <OrganisationFacts body={body} />
        </div>
        <div>
          <SeatsOfBody />
          <NetworkOfBody slug={body.slug} network={network} mayKeep={may.keep} />
          <ContactsOfBody slug={body.slug} contacts={contacts} mayKeep={may.keep} />
          <PeopleOfBody />
          <ChecksOfBody checks={checks} />
        </div>
      </div>
    </>
  );
}

function SeatsOfBody() {
  const { t } = useTranslation();
  const { tables } = useLoaderData<typeof loader>();
  return (
    <section>
      <h2>{t("tables.ofBody.title")}</h2>
      {tables.length === 0 ? (
        <Empty action={<Link to={paths.tables()}>{t("tables.ofBody.look")}</Link>}>{t("tables.ofBody.none")}</Empty>
      ) : (
        <ul className="plain-list">
          {tables.map((table) => (
            <li key={`${table.id}-${table.role}`}>
              <Link to={paths.table(table.slug)}>{table.name}</Link> <Chip>{t(`tables.role.${table.role}`)}</Chip>
              <div className="muted">{t("tables.since", { date: table.since })}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PeopleOfBody() {
  const { t } = useTranslation();
  const { body, people, may } = useLoaderData<typeof loader>();
  if (people.length === 0 && !may.seePeople) return null;
  return (
    <Section title={t("registry.people.heading")} actions={
        may.seePeople ? (
          <>
            <Link to={paths.organisationPeople(body.slug)}>{t("registry.people.all")}</Link> · <Link to={paths.organisationInterests(body.slug)}>{t("registry.interests.title")}</Link>
          </>
        ) : null
      }
    >
      {people.length === 0 ? <Empty>{t("registry.people.none")}</Empty> : null}
      <ul className="plain-list">
        {people.map((person) => (
          <li key={person.affiliationId}>
            {person.personLabel ?? person.roleLabel}
            <div className="muted">
              {person.personLabel && person.personLabel !== person.roleLabel ? `${person.roleLabel} · ` : ""}
              {t(`registry.capacity.${person.capacity}`)}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
