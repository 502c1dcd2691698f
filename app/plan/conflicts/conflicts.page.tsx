// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, tableHeaderData } from "~/tables/index.server";
import { ButtonLink, Chip, DataTable, Empty, Tabs } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { raiseConflict } from "./policy";
import { conflictsOfTable } from "./read-conflict.server";

const filters = ["open", "overdue", "ended", "all"] as const;

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const filter = filters.find((known) => known === url.searchParams.get("stato")) ?? "open";
  return {
    header,
    title: translate(ctx.locale, "conflicts.title"),
    filter,
    conflicts: await conflictsOfTable(ctx, header.id, filter),
    mayRaise: raiseConflict(ctx.actor, await findTable(ctx, header.id), header.standing).ok,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.header.name ?? ""} · Concerto` }];

export default function ConflictsPage() {
  const { t } = useTranslation();
  const { header, title, filter, conflicts, mayRaise } = useLoaderData<typeof loader>();
  const heads = ["title", "between", "state", "due"].map((name) => t(`conflicts.head.${name}`));
  return (
    <>
      <TableHeader header={header} active="items" page={title} actions={mayRaise ? <ButtonLink to={paths.newConflict(header.slug)}>{t("conflicts.raise")}</ButtonLink> : null} />
      <p className="reading-width">{t("conflicts.lead")}</p>
      <Tabs label={title} tabs={filters.map((value) => ({ to: `${paths.tableConflicts(header.slug)}?stato=${value}`, label: t(`conflicts.filter.${value}`), active: value === filter }))} />
      {conflicts.length === 0 ? (
        <Empty>{t("conflicts.none")}</Empty>
      ) : (
        <DataTable caption={title} head={heads}>
          {conflicts.map(({ id, title: name, sides, state, due, overdue, raisedBy, raised }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={paths.conflict(id)}>{name}</Link>
                <div className="muted">{t("conflicts.raisedBy", { body: raisedBy.name, date: raised })}</div>
              </th>
              <td data-label={heads[1]}>
                <ul className="letter-list">
                  {sides.map((side) => (
                    <li key={side}>{side}</li>
                  ))}
                </ul>
              </td>
              <td data-label={heads[2]}>
                <StateOfConflict state={state} />
              </td>
              <td data-label={heads[3]}>
                {due ?? "—"} {overdue ? <Chip tone="danger">{t("conflicts.overdue")}</Chip> : null}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}

/** Open, resolved or reopened, with the step it is at. */
function StateOfConflict({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Chip tone={state === "resolved" ? "success" : "warning"}>{t(`conflicts.state.${state}`)}</Chip>;
}
