// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, maySpeak, tableHeaderData } from "~/tables/index.server";
import { Button, Empty, ErrorSummary, type FormState, Section, Select } from "~/ui";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { linkTable } from "./link-table.server";
import { listObjectives, objectivesFollowedBy } from "./list-objectives.server";
import { linkTable as mayLink } from "./policy";

export const loader = load(async (ctx, { params }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const followed = await objectivesFollowedBy(ctx, header.id);
  const coordinates = header.standing?.role === "coordinator" && maySpeak(header.standing);
  const may = mayLink(ctx.actor, { tableClosed: header.closed, objectiveEnded: false, coordinates }).ok;
  const all = may ? await listObjectives(ctx) : [];
  const choices = all
    .filter((one) => !followed.some((other) => other.id === one.id))
    .map(({ id, code, title }) => ({ id, code, title }));
  return { header, title: `${translate(ctx.locale, "tables.tabs.objectives")} · ${header.name}`, followed, choices };
});

export const action = act(async (ctx, form, { params }) => {
  const table = await findTable(ctx, params.slug ?? "");
  await linkTable(ctx, { tableId: table.id, objectiveId: String(form.get("objectiveId") ?? "") });
  return redirectWith(paths.tableObjectives(table.slug), "plan.link.added");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

const LONGEST = 90;

export default function TableObjectivesPage() {
  const { t } = useTranslation();
  const { header, followed, choices } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="objectives" />
      <Section title={t("plan.table.title")}>
        <p>{t("plan.table.lead")}</p>
        {followed.length === 0 ? <Empty>{t("plan.table.none")}</Empty> : null}
        <ul className="coded-list">
          {followed.map((one) => (
            <li key={one.id}>
              <Link to={paths.planObjective(one.id)}>{one.code}</Link>
              <span>
                {one.title}
                <span className="muted d-block">
                  {one.kind === "priority"
                    ? t("plan.objective.strategies", { count: one.strategies })
                    : t("plan.objective.kind.consolidation")}{" "}
                  ·{" "}
                  <Link to={paths.planArea(one.areaNumber)}>
                    {one.areaNumber} {one.areaTitle}
                  </Link>
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {choices.length > 0 ? (
        <Form method="post" className="concerto-form no-print">
          <ErrorSummary state={state} labels={{ objectiveId: t("plan.link.objective") }} />
          <Select
            name="objectiveId"
            label={t("plan.table.add")}
            options={choices.map(({ id, code, title }) => ({
              value: id,
              label: `${code} ${title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title}`,
            }))}
            empty={t("web.form.chooseOne")}
            required
          />
          <Button look="outline-primary">{t("plan.link.add")}</Button>
        </Form>
      ) : null}
    </>
  );
}
