// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Facts, type FormState, PageHeader, Section, Sequels, Timeline, Written } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { listTables } from "../list-tables.server";
import { moveItem as mayMove } from "../policy";
import { standingAt } from "../standing.server";
import { findItem, stepsOf } from "./find-item.server";
import { itemSteps, mayFollow } from "./item";
import { moveItem } from "./move-item.server";
import { ItemStateChip } from "./parts/item-list";
import { ItemSteps } from "./parts/item-steps";
import { viewItem } from "./view-item.server";

export const loader = load(async (ctx, { params, site }) => {
  signedIn(ctx);
  const item = await findItem(ctx, params.id ?? "");
  const standing = item.at ? await standingAt(ctx.db.read, ctx.actor, item.at.id, ctx.now) : null;
  const may = item.at !== null && mayMove(ctx.actor, item.at, standing).ok;
  return {
    item: viewItem(ctx, item),
    text: item.text,
    sequels: await site.itemSequels(ctx, [item]),
    steps: (await stepsOf(ctx, item.id)).map(({ at, ...step }) => ({ ...step, when: formatDateTime(at, ctx.locale) })),
    may: may ? itemSteps.filter((step) => mayFollow(step, item.state) && (step !== "decide" || item.kind === "question")) : [],
    tables: may ? (await listTables(ctx)).filter(({ id }) => id !== item.atTableId).map(({ id, name }) => ({ value: id, label: name })) : [],
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await moveItem(ctx, params.id ?? "", form);
  return redirectWith(paths.item(params.id ?? ""), "tables.items.moved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.item.title ?? ""} · Concerto` }];

export default function ItemPage() {
  const { t } = useTranslation();
  const { item, text, sequels, steps, may, tables } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [{ to: paths.items(), label: t("tables.items.title") }];
  const table = (at: { slug: string; name: string } | null) => (at ? <Link to={paths.table(at.slug)}>{at.name}</Link> : null);
  return (
    <>
      <PageHeader
        title={<Written>{item.title}</Written>}
        trail={trail}
        chips={
          <>
            <ItemStateChip state={item.state} />
            {item.overdue ? <Chip tone="danger">{t("tables.items.overdue")}</Chip> : null}
          </>
        }
      />
      <p className="pre-line"><Written>{text}</Written></p>
      <Facts
        rows={[
          [t("tables.items.raisedBy"), <Link key="by" to={paths.organisation(item.raisedBy.slug)}>{item.raisedBy.name}</Link>],
          [t("tables.items.raisedAt"), item.raised],
          [t("tables.items.head.from"), table(item.origin)],
          [t("tables.items.head.at"), table(item.at)],
          [t("tables.items.head.due"), item.due],
        ]}
      />
      <Section title={t("tables.items.way")}>
        <Timeline
          entries={steps.map((step) => ({
            key: step.id,
            when: step.when,
            title: step.from && step.to && step.from !== step.to ? t("tables.items.stepTo", { step: t(`tables.items.state.${step.step}`), from: step.from, to: step.to }) : t("tables.items.stepAt", { step: t(`tables.items.state.${step.step}`), table: step.to ?? step.from ?? step.by }),
            detail: step.reason ?? undefined,
          }))}
        />
      </Section>
      {sequels.length > 0 ? (
        <Section title={t("tables.items.sequel")}>
          <Sequels sequels={sequels} />
        </Section>
      ) : null}
      {may.length > 0 ? <ItemSteps may={may} tables={tables} state={state} /> : null}
    </>
  );
}
