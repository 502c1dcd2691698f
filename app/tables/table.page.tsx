// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { organisationsByIds } from "~/registry/index.server";
import { ButtonLink, Callout, Empty, Facts, PanelSection, Section, Timeline, Written } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { actsOf } from "./acts.server";
import { findTable } from "./find-table.server";
import { joinRequestsOf } from "./join-requests.server";
import { StatusSources } from "./parts/status-sources";
import { sourcesDisagree } from "./levels";
import { answerRequest, askToJoin, edit, resolveStatus } from "./policy";
import { relationsOf } from "./relations.server";
import { seatsAt } from "./seats-at.server";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";

const RECENT_ACTS = 5;

export const loader = load(async (ctx, { params, site }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const sitting = await seatsAt(ctx.db.read, table.id, ctx.now);
  const owner = (await organisationsByIds(ctx, [table.ownerOrganisationId])).get(table.ownerOrganisationId ?? "");
  const requests = ctx.actor ? await joinRequestsOf(ctx, table) : [];
  const open = requests.filter(({ request }) => request.outcome === null);
  const { object, participants, criteria, periodicity, method, planAreas, pillars } = table;
  const join = askToJoin(ctx.actor, table, header.standing);
  return {
    header,
    mapping: { object, participants, criteria, periodicity, method },
    planAreas,
    pillars,
    owner: owner ? { name: owner.name, slug: owner.slug } : null,
    bodies: new Set(sitting.map(({ organisationId }) => organisationId)).size,
    coordinators: sitting.filter(({ role }) => role === "coordinator").map(({ organisationName, organisationSlug }) => ({ name: organisationName, slug: organisationSlug })),
    acts: (await actsOf(ctx, table, { limit: RECENT_ACTS })).acts,
    may: { edit: edit(ctx.actor, table, header.standing).ok, answer: answerRequest(ctx.actor, table, header.standing).ok, join: join.ok || ctx.actor === null },
    ownRequest: open.some(({ request }) => request.organisationId === ctx.actor?.organisationId),
    toAnswer: open.length,
    became: (await relationsOf(ctx, table.id)).map(({ id, kind, outgoing, name, slug }) => ({ id, says: `tables.relation.${outgoing ? "to" : "from"}.${kind}`, name, slug })),
    resolution: table.statusResolution,
    mayResolve: resolveStatus(ctx.actor).ok && sourcesDisagree(table.statusSources),
    panels: await Promise.all(site.tablePanels.map((panel) => panel(ctx, table))),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.header.name ?? ""} · Concerto` }];

export default function TablePage() {
  const { t } = useTranslation();
  const { header, may, mapping, panels, toAnswer, became, resolution, mayResolve } = useLoaderData<typeof loader>();
  const actions = may.edit ? (
    <>
      <ButtonLink look="outline-primary" to={paths.tableConstitution(header.slug)}>{t("tables.constitution.action")}</ButtonLink>
      <ButtonLink look="outline-primary" to={paths.editTable(header.slug)}>{t("tables.edit.action")}</ButtonLink>
    </>
  ) : null;
  return (
    <>
      <TableHeader header={header} active="overview" actions={actions} />
      {may.answer && toAnswer > 0 ? (
        <Callout>
          <p>
            <Link to={paths.joinRequests(header.slug)}>{t("tables.join.toAnswer", { count: toAnswer })}</Link>
          </p>
        </Callout>
      ) : null}
      {became.length > 0 ? (
        <ul className="plain-list">
          {became.map(({ id, says, name, slug }) => (
            <li key={id}>
              {t(says)} <Link to={paths.table(slug)}>{name}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="lead"><Written>{mapping.object}</Written></p>
      <div className="two-columns">
        <div>
          {panels.map((panel) => (
            <PanelSection key={panel.title} panel={panel} />
          ))}
          <Mapping />
          <Section title={t("tables.status.title")}>
            {resolution ? <Callout title={t(`tables.status.${resolution.status}`)}>{t("tables.status.decided", { reason: resolution.reason })}</Callout> : null}
            <StatusSources sources={header.statusSources} />
            {mayResolve ? <p className="mt-3"><Link to={paths.tableStatus(header.slug)}>{t("tables.status.resolve")}</Link></p> : null}
          </Section>
        </div>
        <div>
          <Side />
        </div>
      </div>
    </>
  );
}

function Mapping() {
  const { t } = useTranslation();
  const { mapping } = useLoaderData<typeof loader>();
  const unknown = <span className="muted">{t("tables.mapping.unknown")}</span>;
  return (
    <Section title={t("tables.mapping.title")}>
      <Facts rows={(["object", "participants", "criteria", "periodicity", "method"] as const).map((name) => [t(`tables.mapping.${name}`), mapping[name] ? <Written key={name}>{mapping[name]}</Written> : unknown])} />
    </Section>
  );
}

function Side() {
  const { t } = useTranslation();
  const { header, bodies, coordinators, owner, planAreas, pillars, acts, may, ownRequest } = useLoaderData<typeof loader>();
  return (
    <>
      <section>
        <h2>{t("tables.side.who")}</h2>
        <p>
          <Link to={paths.tableMembers(header.slug)}>{t("tables.membersCount", { count: bodies })}</Link> · <Link to={paths.tableCoverage(header.slug)}>{t("tables.coverage.link")}</Link>
        </p>
        <Facts
          rows={[
            [t("tables.side.coordinates"), coordinators.length > 0 ? <Bodies bodies={coordinators} /> : null],
            [t("tables.side.owner"), owner ? <Bodies bodies={[owner]} /> : null],
          ]}
        />
        {ownRequest ? <p><Link to={paths.joinTable(header.slug)}>{t("tables.join.pending")}</Link></p> : may.join ? <ButtonLink to={paths.joinTable(header.slug)}>{t("tables.join.action")}</ButtonLink> : null}
      </section>
      <Section title={t("tables.side.plan")}>
        {planAreas.length === 0 ? <p className="muted">{t("tables.side.noAreas")}</p> : null}
        <ul className="chip-list">
          {planAreas.map((number) => (
            <li key={number}>{number === "*" ? <Link to={paths.plan()}>{t("tables.wholePlan")}</Link> : <Link to={paths.planArea(number)}>{t("tables.area", { number })}</Link>}</li>
          ))}
        </ul>
        {pillars.length > 0 ? <p className="muted">{t("tables.side.pillars", { count: pillars.length, numbers: pillars.join(", ") })}</p> : null}
      </Section>
      <Section title={t("tables.side.acts")}>
        {acts.length === 0 ? <Empty>{t("tables.history.none")}</Empty> : <Timeline entries={acts.map(({ seq, when, what }) => ({ key: String(seq), when, title: what }))} />}
        {acts.length > 0 ? <Link to={paths.tableHistory(header.slug)}>{t("tables.history.all")}</Link> : null}
      </Section>
    </>
  );
}

function Bodies({ bodies }: { bodies: { name: string; slug: string }[] }) {
  return (
    <ul className="letter-list">
      {bodies.map(({ name, slug }) => (
        <li key={slug}>
          <Link to={paths.organisation(slug)}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
