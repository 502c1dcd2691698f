// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { createTable } from "./create-table.server";
import { possibleOwners } from "./possible-owners.server";
import { TableForm } from "./parts/table-form";
import { create } from "./policy";
import { SOURCE_ROWS } from "./table-input";

export const loader = load(async (ctx) => {
  signedIn(ctx);
  enforce(create(ctx.actor));
  return { title: translate(ctx.locale, "tables.new.title"), owners: await possibleOwners(ctx), sourceRows: SOURCE_ROWS };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  const { slug } = await createTable(ctx, form);
  return redirectWith(paths.table(slug), "tables.new.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NewTablePage() {
  const { t } = useTranslation();
  const { owners, sourceRows } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={t("tables.new.title")} lead={t("tables.new.lead")} trail={[{ to: paths.tables(), label: t("tables.title") }]} />
      <TableForm state={state} owners={owners} back={paths.tables()} sourceRows={sourceRows} />
    </>
  );
}
