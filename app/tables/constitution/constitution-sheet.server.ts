// SPDX-License-Identifier: AGPL-3.0-or-later
import { nameWithStanding, organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findTable } from "../find-table.server";
import { mappingFields } from "../mapping/mapping";
import { edit } from "../policy";
import { rulesOf } from "../rules/adopt-rules.server";
import { ruleNames, say } from "../rules/rules";
import { seatsAt } from "../seats-at.server";
import { tableHeaderData } from "../table-header.server";

/** The draft sheet with which a table is constituted: what the office puts before the body that decides. For who may change the table. */
export async function constitutionSheet(ctx: Pick<Ctx, "db" | "actor" | "now" | "locale">, slug: string) {
  const header = await tableHeaderData(ctx, slug);
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
    seats: sitting.map(({ seatId, organisationName, organisationKind, enrolment, enrolmentFrom, role, kind, basis }) => ({ seatId, name: nameWithStanding(ctx.locale, organisationName, { kind: organisationKind, enrolment, enrolmentFrom }), role, kind, basis })),
    rules,
    adopted,
  };
}

export type ConstitutionSheet = Awaited<ReturnType<typeof constitutionSheet>>;

/** The sheet in words, part by part: for whoever makes a document of it. What is missing says so. */
export function sheetInWords({ header, on, mapping, planAreas, owner, seats, rules }: ConstitutionSheet, locale: Ctx["locale"]): { title: string; rows?: [string, string][]; lines?: string[] }[] {
  const t = (key: string, values?: Record<string, string | number>) => translate(locale, key, values);
  const gap = t("tables.constitution.toFill");
  const groups = rules.admittedGroups.map((group) => t(`registry.group.${group}`)).join(", ");
  const facts: [string, string][] = [
    [t("tables.form.name"), header.name],
    [t("tables.form.level"), t(`tables.level.${header.level}`)],
    [t("tables.side.owner"), owner ?? gap],
    [t("tables.side.plan"), planAreas.length > 0 ? planAreas.join(", ") : gap],
    ...mappingFields.map((field): [string, string] => [t(`tables.mapping.${field}`), mapping[field] ?? gap]),
  ];
  return [
    { title: t("tables.constitution.what"), rows: facts },
    { title: t("tables.constitution.who", { count: seats.length }), lines: seats.map(({ name, role, kind, basis }) => `${name}, ${t(`tables.role.${role}`)}${kind === "representation" ? "" : `, ${t(`tables.seatKind.${kind}`)}`} (${basis})`) },
    { title: t("tables.tabs.rules"), rows: ruleNames.map((name): [string, string] => [`${t(`tables.rules.name.${name}`)}${rules.articles[name] ? ` (${rules.articles[name]})` : ""}`, say(rules, name).map(({ says, values }) => t(says, { ...values, groups })).join(" ")]) },
    { title: t("tables.constitution.decision"), lines: [t("tables.constitution.decisionText", { table: header.name }), on] },
  ];
}
