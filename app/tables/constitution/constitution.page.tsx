// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { organisationsByIds } from "~/registry/index.server";
import { Chip, Facts, PageHeader, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findTable } from "../find-table.server";
import { mappingFields } from "../mapping/mapping";
import { edit } from "../policy";
import { rulesOf } from "../rules/adopt-rules.server";
import { RuleList } from "../rules/parts/rule-list";
import { seatsAt } from "../seats-at.server";
import { tableHeaderData } from "../table-header.server";

/** The draft sheet with which a table is constituted: what the office puts before the body that decides. A page made to be printed. */
export const loader = load(async (ctx, { params }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  enforce(edit(ctx.actor, table, header.standing));
  const sitting = await seatsAt(ctx.db.read, table.id, ctx.now);
  const owner = (await organisationsByIds(ctx, [table.ownerOrganisationId])).get(table.ownerOrganisationId ?? "");
  const { rules, adopted } = await rulesOf(ctx, table.id, ctx.now);
  return {
    header,
    title: translate(ctx.locale, "tables.constitution.title", { table: header.name }),
    on: formatDate(ctx.now, ctx.locale),
    mapping: Object.fromEntries(mappingFields.map((field) => [field, table[field]])) as Record<(typeof mappingFields)[number], string | null>,
    planAreas: table.planAreas,
    owner: owner?.name ?? null,
    seats: sitting.map(({ seatId, organisationName, role, basis }) => ({ seatId, name: organisationName, role, basis })),
    rules,
    adopted,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ConstitutionPage() {
  const { t } = useTranslation();
  const { header, title, on, mapping, planAreas, owner, seats, rules, adopted } = useLoaderData<typeof loader>();
  const gap = <Chip tone="warning">{t("tables.constitution.toFill")}</Chip>;
  return (
    <>
      <PageHeader title={title} lead={t("tables.constitution.lead", { date: on })} trail={[{ to: paths.tables(), label: t("tables.title") }, { to: paths.table(header.slug), label: header.name }]} />
      <Section title={t("tables.constitution.what")}>
        <Facts
          rows={[
            [t("tables.form.name"), header.name],
            [t("tables.form.level"), t(`tables.level.${header.level}`)],
            [t("tables.side.owner"), owner ?? gap],
            [t("tables.side.plan"), planAreas.length > 0 ? planAreas.join(", ") : gap],
            ...mappingFields.map((field): [string, React.ReactNode] => [t(`tables.mapping.${field}`), mapping[field] ?? gap]),
          ]}
        />
      </Section>
      <Section title={t("tables.constitution.who", { count: seats.length })}>
        <ol>
          {seats.map((seat) => (
            <li key={seat.seatId}>
              {seat.name}, {t(`tables.role.${seat.role}`)} <span className="muted">({seat.basis})</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t("tables.tabs.rules")}>
        {adopted ? null : <p className="muted">{t("tables.constitution.customary")}</p>}
        <RuleList rules={rules} />
      </Section>
      <Section title={t("tables.constitution.decision")}>
        <p>{t("tables.constitution.decisionText", { table: header.name })}</p>
        <p>{t("tables.constitution.signature")}</p>
      </Section>
    </>
  );
}
