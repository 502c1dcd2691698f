// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { organisationsByIds, warnedAmong } from "~/registry/index.server";
import { Button, Callout, Empty, ErrorSummary, Field, type FormState, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate, toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findTable } from "../find-table.server";
import { edit } from "../policy";
import { TableHeader } from "../table-header";
import { tableHeaderData } from "../table-header.server";
import { checkCoverage, decideTask, gapsToday, lastCheck } from "./check-coverage.server";
import { coverage, dimensions } from "./coverage";
import { CoverageTable } from "./parts/coverage-table";
import { GapList } from "./parts/gap-list";

const HALF_YEAR_MS = 183 * 86_400_000;

export const loader = load(async (ctx, { params, site }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const { gaps, letters, situation } = await gapsToday(ctx, table.id, await site.places(ctx));
  const check = await lastCheck(ctx, table.id);
  const named = await organisationsByIds(ctx, (check?.tasks ?? []).flatMap(({ candidateIds }) => candidateIds));
  const body = (id: string) => named.get(id);
  const shown = [...situation.seated, ...named.values(), ...gaps.flatMap(({ candidates }) => candidates)];
  const warned = await warnedAmong(ctx, shown.map(({ id }) => id));
  const brief = ({ id, name, slug }: { id: string; name: string; slug: string }) => ({ name, slug, standing: warned[id] });
  return {
    header,
    title: translate(ctx.locale, "tables.coverage.titleOf", { table: header.name }),
    letters,
    // they still count where they sit: whoever reads the picture has to know
    out: situation.seated.filter(({ id }) => warned[id]).map(brief),
    tables: dimensions.filter((dimension) => dimension !== "activity").map((dimension) => ({ dimension, rows: coverage(situation, dimension) })),
    places: { neighbourhoods: situation.neighbourhoods, empty: situation.neighbourhoods.filter(({ id }) => !situation.registry.some((body) => body.neighbourhoods.includes(id))).length },
    gaps: check ? null : gaps.map(({ dimension, value, candidates }) => ({ id: `${dimension}-${value}`, dimension, value, candidates: candidates.map(brief), state: "open" as const, reason: null })),
    tasks: check?.tasks.map(({ id, dimension, value, candidateIds, state, reason }) => ({ id, dimension, value, candidates: candidateIds.flatMap((candidate) => body(candidate) ?? []).map(brief), state, reason })) ?? null,
    checked: check && { on: formatDate(check.at, ctx.locale), next: formatDate(check.nextCheck, ctx.locale), due: check.nextCheck <= ctx.now },
    may: edit(ctx.actor, table, header.standing).ok,
    suggestedNext: toRomeDay(new Date(ctx.now.getTime() + HALF_YEAR_MS)),
  };
});

export const action = act(async (ctx, form, { params, site }) => {
  signedIn(ctx);
  const slug = params.slug ?? "";
  if (form.has("taskId")) {
    await decideTask(ctx, slug, form);
    return redirectWith(`${paths.tableCoverage(slug)}#da-fare`, "tables.coverage.decided");
  }
  await checkCoverage(ctx, slug, form, await site.places(ctx));
  return redirectWith(`${paths.tableCoverage(slug)}#da-fare`, "tables.coverage.checkedDone");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function CoveragePage() {
  const { t } = useTranslation();
  const { header, out, tables, places, gaps, tasks, checked, may, suggestedNext, letters } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const list = tasks ?? gaps ?? [];
  return (
    <>
      <TableHeader header={header} active="members" page={t("tables.coverage.title")} />
      <p className="lead">{t("tables.coverage.lead")}</p>
      {letters.length > 0 ? <p className="muted">{t("tables.coverage.about", { activities: letters.map((letter) => t(`registry.art5.${letter}`)).join("; ") })}</p> : null}
      {out.length > 0 ? (
        <Callout tone="warning" title={t("tables.coverage.out", { count: out.length })}>
          <ul className="plain-list">
            {out.map((body) => (
              <li key={body.slug}>
                <Link to={paths.organisation(body.slug)}>{body.name}</Link> <EnrolmentChip body={body.standing} />
              </li>
            ))}
          </ul>
          <p className="mb-0">{t("tables.coverage.outMeans")}</p>
        </Callout>
      ) : null}
      <Section title={t("tables.coverage.toDo")} id="da-fare">
        <p>{checked ? t(checked.due ? "tables.coverage.checkedDue" : "tables.coverage.checkedOn", checked) : t("tables.coverage.neverChecked")}</p>
        {list.length === 0 ? <Empty>{t("tables.coverage.noGaps")}</Empty> : <GapList gaps={list} table={header.name} neighbourhoods={places.neighbourhoods} mayDecide={may && tasks !== null} state={state} />}
      </Section>
      {may ? (
        <Section title={t("tables.coverage.check")}>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state?.values.taskId ? undefined : state} labels={{ nextCheck: t("tables.coverage.nextCheck") }} />
            <Field name="nextCheck" type="date" label={t("tables.coverage.nextCheck")} hint={t("tables.coverage.nextHint")} initial={suggestedNext} state={state} required />
            <div className="form-actions">
              <Button look={checked ? "outline-primary" : "primary"}>{t("tables.coverage.checkDo")}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
      <Section title={t("tables.coverage.picture")}>
        {tables.map(({ dimension, rows }) => (
          <CoverageTable key={dimension} dimension={dimension} rows={rows} neighbourhoods={places.neighbourhoods} />
        ))}
        <p className="muted">{t(`tables.coverage.${nobodyKnownIn(places)}`, { count: places.empty, of: places.neighbourhoods.length })}</p>
      </Section>
    </>
  );
}

/** What to say of the neighbourhoods about which nothing is known. */
function nobodyKnownIn({ neighbourhoods, empty }: { neighbourhoods: readonly unknown[]; empty: number }): string {
  if (neighbourhoods.length === 0) return "nil.noList";
  if (empty === neighbourhoods.length) return "nil.noBodies";
  return empty === 0 ? "nil.all" : "nil.some";
}
