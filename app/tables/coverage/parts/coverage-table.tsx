// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip, DataTable } from "~/ui";

type Row = { value: string; seated: number; registered: number };

type Neighbourhoods = readonly { id: string; name: string; district: number }[];

/** The name of a value of a dimension, in words. */
export function useValueName(neighbourhoods: Neighbourhoods): (dimension: string, value: string) => string {
  const { t } = useTranslation();
  const prefix: Record<string, string> = { group: "registry.group", category: "registry.category", represents: "registry.represents", size: "registry.size", activity: "registry.art5" };
  const places = new Map(neighbourhoods.map((place) => [place.id, place]));
  return (dimension, value) => {
    if (dimension === "district") return t("registry.district", { number: value });
    if (dimension !== "neighbourhood") return t(`${prefix[dimension]}.${value}`);
    const place = places.get(value);
    return place ? `${place.name} (${t("registry.district", { number: place.district })})` : value;
  };
}

/** How many bodies at the table, and in the registry, stand for each value. Never by body, never as a share of merit. */
export function CoverageTable({ dimension, rows, neighbourhoods }: { dimension: string; rows: Row[]; neighbourhoods: Neighbourhoods }) {
  const { t } = useTranslation();
  const name = useValueName(neighbourhoods);
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
