// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Callout, Chip, PageHeader, Tabs } from "~/ui";
import { paths } from "~/web/paths";
import { sourcesDisagree } from "./levels";
import type { TableHeaderData } from "./table-header.server";

export type TableTab = "overview" | "members" | "meetings" | "documents" | "objectives" | "items" | "guidelines" | "rules" | "history";

const addresses: Record<TableTab, (slug: string) => string> = {
  overview: paths.table,
  members: paths.tableMembers,
  meetings: paths.tableMeetings,
  documents: paths.tableDocuments,
  objectives: paths.tableObjectives,
  items: paths.tableItems,
  guidelines: paths.tableGuidelines,
  rules: paths.tableRules,
  history: paths.tableHistory,
};

type Props = {
  header: TableHeaderData;
  active: TableTab;
  /** Buttons beside the name. */
  actions?: ReactNode;
  /** Name of a page below the tab, e.g. "Chiedi di aderire"; it becomes the h1. */
  page?: string;
};

/** The top of every page of a table: its name, level and formal status, what to mind, and the tabs. */
export function TableHeader({ header, active, actions, page }: Props) {
  const { t } = useTranslation();
  const trail = [{ to: paths.tables(), label: t("tables.title") }];
  if (page) trail.push({ to: paths.table(header.slug), label: header.name });
  return (
    <>
      <PageHeader title={page ?? header.name} trail={trail} actions={actions} chips={<TableChips header={header} />} />
      {header.sensitive && !page ? <p className="muted">{t("tables.sensitive.note")}</p> : null}
      {header.closed ? <Callout tone="warning">{t("tables.closed")}</Callout> : null}
      <Tabs
        label={t("tables.tabs.label", { table: header.name })}
        tabs={(Object.keys(addresses) as TableTab[]).map((tab) => ({ to: addresses[tab](header.slug), label: t(`tables.tabs.${tab}`), active: tab === active }))}
      />
    </>
  );
}

/** Level, formal status (or that the sources disagree), sensitive topic, and the viewer's own seat. */
export function TableChips({ header, hideLevel }: { header: Pick<TableHeaderData, "level" | "statusSources" | "sensitive"> & { standing?: TableHeaderData["standing"] }; hideLevel?: boolean }) {
  const { t } = useTranslation();
  const [first] = header.statusSources;
  return (
    <>
      {hideLevel ? null : <Chip tone="primary">{t(`tables.level.${header.level}`)}</Chip>}
      {sourcesDisagree(header.statusSources) ? (
        <Chip tone="warning">{t("tables.status.disagree")}</Chip>
      ) : first ? (
        <Chip tone={first.status === "formal" ? "success" : "neutral"}>{t(`tables.status.${first.status}`)}</Chip>
      ) : null}
      {header.sensitive ? <Chip>{t("tables.sensitive.chip")}</Chip> : null}
      {header.standing ? <Chip tone="success">{t(`tables.yourSeat.${header.standing.role}`)}</Chip> : null}
    </>
  );
}
