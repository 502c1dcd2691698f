// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, DataTable, Empty } from "~/ui";
import { paths } from "~/web/paths";
import type { VersionState } from "../guideline";
import type { GuidelineLine } from "../view-guideline.server";

const tones = { draft: "warning", issued: "success", superseded: "neutral", withdrawn: "neutral" } as const;

/** How a version stands, in a word. */
export function StateChip({ state }: { state: VersionState }) {
  const { t } = useTranslation();
  return <Chip tone={tones[state]}>{t(`guidelines.state.${state}`)}</Chip>;
}

/** Indirizzi by number; `named` says also of which table each is. */
export function GuidelineList({ guidelines, empty, named }: { guidelines: GuidelineLine[]; empty: string; named?: boolean }) {
  const { t } = useTranslation();
  if (guidelines.length === 0) return <Empty>{empty}</Empty>;
  const heads = ["title", "to", "version", "state"].map((name) => t(`guidelines.head.${name}`));
  return (
    <DataTable caption={t("guidelines.title")} head={heads}>
      {guidelines.map(({ number, table, title, version, state, on, drafting, addressees }) => (
        <tr key={`${table.slug}-${number}`}>
          <th scope="row">
            <Link to={paths.guideline(table.slug, number)}>{t("guidelines.numbered", { number, title })}</Link>
            {named ? <div className="muted">{table.name}</div> : null}
          </th>
          <td data-label={heads[1]}>{addressees.map(({ label, family }) => label ?? t(`registry.group.${family}`)).join(", ") || "—"}</td>
          <td data-label={heads[2]}>{on ? t("guidelines.versionOn", { version, date: on }) : version}</td>
          <td data-label={heads[3]}>
            <StateChip state={state} /> {drafting ? <Chip tone="warning">{t("guidelines.nextDrafted")}</Chip> : null}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
