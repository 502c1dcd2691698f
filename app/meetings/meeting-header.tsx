// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Callout, Chip, PageHeader, Tabs } from "~/ui";
import { paths } from "~/web/paths";
import type { MeetingState } from "./meeting";
import type { MeetingHeaderData } from "./meeting-header.server";

/** Pages of a meeting. Other parts of meetings add theirs here. */
export type MeetingTab = "meeting" | "attendance" | "decisions" | "minutes";

const addresses: Record<MeetingTab, { to: (id: string) => string; shown: (header: MeetingHeaderData) => boolean }> = {
  meeting: { to: paths.meeting, shown: () => true },
  attendance: { to: paths.attendance, shown: ({ inside, state }) => inside && ["convened", "open", "closed"].includes(state) },
  decisions: { to: paths.meetingDecisions, shown: ({ inside, state }) => inside && (state === "open" || state === "closed") },
  minutes: { to: paths.minutes, shown: ({ inside, state }) => inside && state !== "draft" && state !== "announced" && state !== "cancelled" },
};

const tones = { draft: "neutral", announced: "neutral", convened: "primary", open: "success", closed: "neutral", cancelled: "danger" } as const;

type Props = { header: MeetingHeaderData; active: MeetingTab; actions?: ReactNode; /** Name of a page below the tab; it becomes the h1. */ page?: string };

/** The top of every page of a meeting: which table meets, when, in what state. */
export function MeetingHeader({ header, active, actions, page }: Props) {
  const { t } = useTranslation();
  const trail = [
    { to: paths.table(header.table.slug), label: header.table.name },
    { to: paths.tableMeetings(header.table.slug), label: t("meetings.name") },
    ...(page ? [{ to: paths.meeting(header.id), label: header.title }] : []),
  ];
  const tabs = (Object.keys(addresses) as MeetingTab[]).filter((tab) => addresses[tab].shown(header));
  return (
    <>
      <PageHeader title={page ?? header.title} trail={trail} actions={actions} chips={<StateChip state={header.state} />} lead={`${header.table.name} · ${header.date}, ${header.from}–${header.until}`} />
      {header.state === "cancelled" ? <Callout tone="danger" title={t("meetings.cancelled.title")}>{header.cancelledReason ? <p>{header.cancelledReason}</p> : null}</Callout> : null}
      {header.inside && ["convened", "open", "closed"].includes(header.state) ? <p className="no-print"><a href={paths.sessionPack(header.id)}>{t("meetings.paper.download")}</a></p> : null}
      {tabs.length > 1 ? <Tabs label={t("meetings.tabs.label", { meeting: header.title })} tabs={tabs.map((tab) => ({ to: addresses[tab].to(header.id), label: t(`meetings.tabs.${tab}`), active: tab === active }))} /> : null}
    </>
  );
}

/** Where a meeting is on its way, in a word. */
export function StateChip({ state }: { state: MeetingState }) {
  const { t } = useTranslation();
  return <Chip tone={tones[state]}>{t(`meetings.state.${state}`)}</Chip>;
}
