// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, type FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { findTable } from "../find-table.server";
import { adoptRules as mayAdopt } from "../policy";
import { TableHeader } from "../table-header";
import { tableHeaderData } from "../table-header.server";
import { adoptRules, rulesOf } from "./adopt-rules.server";
import { goodPractices } from "./good-practice.server";
import { RulesForm } from "./parts/rules-form";

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  enforce(mayAdopt(ctx.actor, table, header.standing));
  const { version, rules } = await rulesOf(ctx, table.id, ctx.now);
  const models = (await goodPractices(ctx)).filter(({ slug }) => slug !== header.slug);
  const model = models.find(({ slug }) => slug === url.searchParams.get("modello"));
  const taken = model ? (await rulesOf(ctx, (await findTable(ctx, model.slug)).id, ctx.now)).rules : rules;
  return { header, version, rules: taken, models, model: model?.name ?? null, title: translate(ctx.locale, "tables.rules.adoptTitle", { table: header.name }) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await adoptRules(ctx, params.slug ?? "", form);
  return redirectWith(paths.tableRules(params.slug ?? ""), "tables.rules.adopted");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function AdoptRulesPage() {
  const { t } = useTranslation();
  const { header, version, rules, models, model } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="rules" page={t(version === 0 ? "tables.rules.adopt" : "tables.rules.change")} />
      {model ? <Callout>{t("tables.good.taken", { table: model })}</Callout> : null}
      {models.length > 0 ? (
        <p>
          {t("tables.good.models")}{" "}
          {models.map(({ slug, name }, i) => (
            <span key={slug}>
              {i > 0 ? ", " : ""}
              <Link reloadDocument to={`${paths.adoptRules(header.slug)}?modello=${slug}`}>{name}</Link>
            </span>
          ))}
        </p>
      ) : null}
      <RulesForm state={state} rules={rules} version={version} back={paths.tableRules(header.slug)} />
    </>
  );
}
