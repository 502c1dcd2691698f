// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Empty, type FormState, PageHeader, Section } from "~/ui";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { checkObjective } from "./check-objective.server";
import { linkTable } from "./link-table.server";
import { CheckNote } from "./parts/check-note";
import { ConsolidationList } from "./parts/consolidation-list";
import { EndedNote } from "./parts/ended-note";
import { FollowingTables } from "./parts/following-tables";
import { GuidelinesHere } from "./parts/guidelines-here";
import { PillarChips } from "./parts/pillar-chips";
import { PointedText } from "./parts/pointed-text";
import { StrategyList } from "./parts/strategy-list";
import { readObjective } from "./read-objective.server";
import { unlinkTable } from "./unlink-table.server";

export const loader = load(async (ctx, { params }) => readObjective(ctx, params.id ?? ""));

export const action = act(async (ctx, form, { params }) => {
  const objectiveId = params.id ?? "";
  const tableId = String(form.get("tableId") ?? "");
  if (form.get("do") === "check") {
    await checkObjective(ctx, objectiveId);
    return redirectWith(paths.planObjective(objectiveId), "plan.objective.checked");
  }
  if (form.get("do") === "unlink") {
    await unlinkTable(ctx, { tableId, objectiveId, form });
    return redirectWith(`${paths.planObjective(objectiveId)}#tavoli`, "plan.link.ended");
  }
  await linkTable(ctx, { tableId, objectiveId });
  return redirectWith(`${paths.planObjective(objectiveId)}#tavoli`, "plan.link.added");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.objective.code ?? ""} · Concerto` }];

export default function ObjectivePage() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { objective, area, pillars, edition, actions, siblings } = view;
  const trail = [
    { to: paths.plan(), label: t("plan.titleEdition", { edition }) },
    { to: paths.planArea(area.number), label: `${area.number} ${area.title}` },
  ];
  const long = objective.kind === "consolidation";
  const aliases = objective.pillars.filter(
    (link) => link.code && pillars.find((one) => one.code === link.code)?.shortTitle !== link.label,
  );
  return (
    <>
      <PageHeader
        title={long ? t("plan.objective.short", { code: objective.code }) : objective.title}
        trail={trail}
        chips={
          <>
            <Chip tone="primary">{objective.code}</Chip>
            <Chip>{t(`plan.objective.kind.${objective.kind}`)}</Chip>
          </>
        }
      />
      <EndedNote part={objective} />
      {long ? (
        <div className="reading-width objective-text">
          <PointedText text={objective.title} />
        </div>
      ) : null}
      <CheckNote objective={objective} mayCheck={view.mayCheck} />
      <Section title={t("plan.objective.strategiesTitle")}>
        {objective.strategies.length > 0 ? (
          <StrategyList strategies={objective.strategies} actions={actions} />
        ) : (
          <Empty>{t(long ? "plan.objective.noStrategies" : "plan.objective.noStrategiesPriority")}</Empty>
        )}
      </Section>
      {objective.pillars.length > 0 ? (
        <Section title={t("plan.objective.pillars")}>
          <PillarChips links={objective.pillars} pillars={pillars} />
          {aliases.length > 0 ? (
            <p className="muted mt-2">
              {aliases.map((link) => `${link.code} ${t("plan.objective.asPrinted", { label: link.label })}`).join("; ")}
            </p>
          ) : null}
        </Section>
      ) : null}
      <GuidelinesHere guidelines={view.guidelines} title="guidelines.plan.hereObjective" />
      <FollowingTables objective={objective} choices={view.choices} mayUnlink={view.mayUnlink} state={state} />
      {siblings.length > 0 ? (
        <Section title={t(long ? "plan.objective.otherConsolidation" : "plan.objective.consolidationOfArea")}>
          <ConsolidationList objectives={siblings} />
        </Section>
      ) : null}
    </>
  );
}
