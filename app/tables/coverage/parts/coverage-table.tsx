// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip, DataTable } from "~/ui";

type Row = { value: string; seated: number; registered: number };

/** The name of a value of a dimension, in words. */
export function useValueName(): (dimension: string, value: string) => string {
  const { t } = useTranslation();
  const prefix: Record<string, string> = { group: "registry.group", category: "registry.category", represents: "registry.represents", size: "registry.size", activity: "registry.art5" };
  return (dimension, value) => (dimension === "district" ? t("registry.district", { number: value }) : t(`${prefix[dimension]}.${value}`));
}

/** How many bodies at the table, and in the registry, stand for each value. Never by body, never as a share of merit. */
export function CoverageTable({ dimension, rows }: { dimension: string; rows: Row[] }) {
  const { t } = useTranslation();
  const name = useValueName();
  if (rows.length === 0) return null;
  const heads = [t(`tables.coverage.dimension.${dimension}`), t("tables.coverage.seated"), t("tables.coverage.registered")];
  return (
    <DataTable caption={heads[0] ?? ""} head={heads}>
      {rows.map(({ value, seated, registered }) => (
        <tr key={value}>
          <th scope="row">{name(dimension, value)}</th>
          <td data-label={heads[1]}>{seated === 0 ? <Chip tone="warning">{t("tables.coverage.nobody")}</Chip> : seated}</td>
          <td data-label={heads[2]}>{registered}</td>
        </tr>
      ))}
    </DataTable>
  );
}
