// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { findTable } from "../find-table.server";
import { adoptRules as mayAdopt } from "../policy";
import { TableHeader } from "../table-header";
import { tableHeaderData } from "../table-header.server";
import { adoptRules, rulesOf } from "./adopt-rules.server";
import { RulesForm } from "./parts/rules-form";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  enforce(mayAdopt(ctx.actor, table, header.standing));
  const { version, rules } = await rulesOf(ctx, table.id, ctx.now);
  return { header, version, rules, title: translate(ctx.locale, "tables.rules.adoptTitle", { table: header.name }) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await adoptRules(ctx, params.slug ?? "", form);
  return redirectWith(paths.tableRules(params.slug ?? ""), "tables.rules.adopted");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function AdoptRulesPage() {
  const { t } = useTranslation();
  const { header, version, rules } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="rules" page={t(version === 0 ? "tables.rules.adopt" : "tables.rules.change")} />
      <RulesForm state={state} rules={rules} version={version} back={paths.tableRules(header.slug)} />
    </>
  );
}
