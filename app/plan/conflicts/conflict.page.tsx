// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Facts, type FormState, PageHeader, Section, Timeline, Written } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { reopenConflict, resolveConflict } from "./conflicts.server";
import { ConflictSteps } from "./parts/conflict-steps";
import { Resolutions } from "./parts/resolutions";
import { readConflict } from "./read-conflict.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  return readConflict(ctx, params.id ?? "");
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (form.get("do") === "reopen") {
    await reopenConflict(ctx, id, form);
    return redirectWith(paths.conflict(id), "conflicts.reopened");
  }
  await resolveConflict(ctx, id, form);
  return redirectWith(paths.conflict(id), "conflicts.resolvedDone");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.item.title ?? ""} · Concerto` }];

export default function ConflictPage() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { item, text, nature, sides, sessions, steps, resolutions } = view;
  const trail = item.at ? [{ to: paths.table(item.at.slug), label: item.at.name }, { to: paths.tableConflicts(item.at.slug), label: t("conflicts.title") }] : [];
  return (
    <>
      <PageHeader
        title={<Written>{item.title}</Written>}
        trail={trail}
        chips={
          <>
            <Chip tone="primary">{t(`conflicts.nature.${nature}`)}</Chip>
            <Chip tone={item.state === "resolved" ? "success" : "warning"}>{t(`conflicts.state.${item.state}`)}</Chip>
            {item.overdue ? <Chip tone="danger">{t("conflicts.overdue")}</Chip> : null}
          </>
        }
      />
      <p className="pre-line reading-width"><Written>{text}</Written></p>
      <Section title={t("conflicts.between")}>
        <div className="side-by-side">
          {sides.map(({ id, kind, label, to }) => (
            <div key={id}>
              <p className="muted">{t(`conflicts.side.${kind}`)}</p>
              <p>{to ? <Link to={to}>{label}</Link> : label}</p>
            </div>
          ))}
        </div>
      </Section>
      <Resolutions resolutions={resolutions} />
      <Section title={t("conflicts.way")}>
        <Facts
          rows={[
            [t("conflicts.fact.raisedBy"), <Link key="by" to={paths.organisation(item.raisedBy.slug)}>{item.raisedBy.name}</Link>],
            [t("conflicts.fact.at"), item.at ? <Link key="at" to={paths.table(item.at.slug)}>{item.at.name}</Link> : null],
            [t("conflicts.fact.sessions"), sessions.length > 0 ? <ul className="letter-list">{sessions.map(({ id, title, on }) => <li key={id}><Link to={paths.meeting(id)}>{title}</Link>, {on}</li>)}</ul> : null],
            [t("conflicts.fact.due"), item.due],
          ]}
        />
        <Timeline
          entries={steps.map((step) => ({
            key: step.id,
            when: step.when,
            title: step.from && step.to && step.from !== step.to ? t("tables.items.stepTo", { step: t(`conflicts.state.${step.step}`), from: step.from, to: step.to }) : t("tables.items.stepAt", { step: t(`conflicts.state.${step.step}`), table: step.to ?? step.by }),
            detail: step.reason ?? undefined,
          }))}
        />
        {view.choices && !view.mayReopen ? <p className="no-print"><Link to={paths.item(item.id)}>{t("conflicts.toItem")}</Link></p> : null}
      </Section>
      <ConflictSteps view={view} state={state} />
    </>
  );
}
