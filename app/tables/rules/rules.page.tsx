// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, type FormState, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findTable } from "../find-table.server";
import { adoptRules as mayAdopt, orderTables } from "../policy";
import { TableHeader } from "../table-header";
import { tableHeaderData } from "../table-header.server";
import { versionsOf } from "./adopt-rules.server";
import { markGoodPractice } from "./good-practice.server";
import { RuleList } from "./parts/rule-list";
import { customaryRules } from "./rules";

export const loader = load(async (ctx, { params, url }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const versions = (await versionsOf(ctx, table.id)).map(({ from, ...version }) => ({ ...version, since: from && formatDate(from, ctx.locale) }));
  const asked = Number(url.searchParams.get("versione"));
  return {
    header,
    title: `${translate(ctx.locale, "tables.tabs.rules")} · ${header.name}`,
    versions,
    shown: versions.find(({ version }) => version === asked) ?? versions[0] ?? null,
    customary: customaryRules,
    good: table.goodPractice,
    mayPraise: orderTables(ctx.actor).ok,
    mayAdopt: mayAdopt(ctx.actor, table, header.standing).ok,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await markGoodPractice(ctx, params.slug ?? "", form);
  return redirectWith(paths.tableRules(params.slug ?? ""), "tables.good.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function RulesPage() {
  const { t } = useTranslation();
  const { header, versions, shown, customary, good, mayPraise, mayAdopt: may } = useLoaderData<typeof loader>();
  const old = shown !== null && shown.version !== versions[0]?.version;
  return (
    <>
      <TableHeader header={header} active="rules" actions={may ? <ButtonLink to={paths.adoptRules(header.slug)}>{t(shown ? "tables.rules.change" : "tables.rules.adopt")}</ButtonLink> : null} />
      {good ? <Callout tone="success" title={t("tables.good.title")}>{good}</Callout> : null}
      {shown ? null : (
        <Callout tone="warning" title={t("tables.rules.none")}>
          <p>{t("tables.rules.noneMeans")}</p>
        </Callout>
      )}
      {old ? <Callout tone="neutral">{t("tables.rules.oldVersion", { version: shown.version })}</Callout> : null}
      {shown ? <p className="muted">{t("tables.rules.adoptedWith", { version: shown.version, act: shown.act, date: shown.since })}</p> : null}
      <RuleList rules={shown?.rules ?? customary} />
      {versions.length > 1 ? (
        <Section title={t("tables.rules.versions")}>
          <ul>
            {versions.map(({ version, act, since }) => (
              <li key={version}>
                <a href={`${paths.tableRules(header.slug)}?versione=${version}`} aria-current={version === shown?.version ? "page" : undefined}>
                  {t("tables.rules.version", { version })}
                </a>{" "}
                <span className="muted">
                  {act}, {since}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {mayPraise ? <GoodPractice good={good} /> : null}
    </>
  );
}

/** Where the office says that a table is a model for others. */
function GoodPractice({ good }: { good: string | null }) {
  const { t } = useTranslation();
  const state = useActionData<FormState>();
  return (
    <details open={Boolean(state)}>
      <summary>{t(good ? "tables.good.change" : "tables.good.mark")}</summary>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ reason: t("tables.good.why") }} />
        <TextArea name="reason" label={t("tables.good.why")} hint={t("tables.good.hint")} rows={3} maxLength={500} state={state} initial={good} />
        <Button look="outline-primary">{t("web.form.save")}</Button>
      </Form>
    </details>
  );
}
