// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { findTable } from "./find-table.server";
import { possibleOwners } from "./possible-owners.server";
import { TableForm } from "./parts/table-form";
import { edit } from "./policy";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";
import { SOURCE_ROWS } from "./table-input";
import { updateTable } from "./update-table.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const { id: _id, createdAt: _createdAt, closedAt: _closedAt, ...known } = await findTable(ctx, header.id);
  enforce(edit(ctx.actor, { ...known, closedAt: _closedAt }, header.standing));
  const sourceRows = Math.max(SOURCE_ROWS, known.statusSources.length);
  return { header, known, owners: await possibleOwners(ctx), sourceRows, title: translate(ctx.locale, "tables.edit.title", { table: header.name }) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { slug } = await updateTable(ctx, params.slug ?? "", form);
  return redirectWith(paths.table(slug), "tables.edit.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function EditTablePage() {
  const { t } = useTranslation();
  const { header, known, owners, sourceRows } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="overview" page={t("tables.edit.heading")} />
      <TableForm state={state} known={known} owners={owners} back={paths.table(header.slug)} sourceRows={sourceRows} />
    </>
  );
}
