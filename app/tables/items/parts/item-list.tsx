// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, DataTable, Empty } from "~/ui";
import { paths } from "~/web/paths";
import type { ItemView } from "../view-item.server";

/** Items with where they come from, where they are and by when an answer is due. */
export function ItemList({ items, empty }: { items: ItemView[]; empty: string }) {
  const { t } = useTranslation();
  if (items.length === 0) return <Empty>{empty}</Empty>;
  const heads = ["title", "from", "at", "state", "due"].map((name) => t(`tables.items.head.${name}`));
  return (
    <DataTable caption={t("tables.items.title")} head={heads}>
      {items.map((item) => (
        <tr key={item.id}>
          <th scope="row">
            <Link to={item.kind === "conflict" ? paths.conflict(item.id) : paths.item(item.id)}>{item.title}</Link> {item.kind === "conflict" ? <Chip>{t("tables.items.conflict")}</Chip> : null}
          </th>
          <td data-label={heads[1]}>
            {item.origin?.name ?? item.raisedBy.name}
            <div className="muted">{t("tables.items.raisedOn", { date: item.raised })}</div>
          </td>
          <td data-label={heads[2]}>{item.at?.name ?? "—"}</td>
          <td data-label={heads[3]}>
            <ItemStateChip state={item.state} />
          </td>
          <td data-label={heads[4]}>
            {item.due ?? "—"} {item.overdue ? <Chip tone="danger">{t("tables.items.overdue")}</Chip> : null}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Where an item stands, in a word. */
export function ItemStateChip({ state }: { state: ItemView["state"] }) {
  const { t } = useTranslation();
  const tone = state === "accepted" || state === "adapted" || state === "resolved" ? "success" : state === "not_taken" ? "neutral" : "warning";
  return <Chip tone={tone}>{t(`tables.items.state.${state}`)}</Chip>;
}
