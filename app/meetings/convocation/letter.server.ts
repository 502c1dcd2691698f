// SPDX-License-Identifier: AGPL-3.0-or-later
import { absolute, type Letter } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { formatDateTime, formatTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import type { MeetingRow, TableRow } from "../find-meeting.server";
import type { CallContent } from "./call";
import type { Recipient } from "./recipients.server";

type Told = {
  meeting: MeetingRow;
  table: TableRow;
  content: CallContent;
  kind: "convocation" | "correction" | "cancellation";
  reason: string | null;
  urgentReason: string | null;
  /** The bodies for which the person is called. */
  bodies: string[];
  person: NonNullable<Recipient["person"]>;
  capacity: Recipient["capacity"];
};

/**
 * The letter of a call. That of a sensitive table may be seen by others on a screen or in a mailbox: it names neither the table, nor the agenda,
 * nor the place, and leads to the page (domain reference 4.2).
 */
export function letterOf({ meeting, table, content, kind, reason, urgentReason, bodies, person, capacity }: Told): Letter {
  const t = (key: string, values: Record<string, string | number> = {}) => translate(person.locale, `meetings.letter.${key}`, values);
  const when = `${formatDateTime(meeting.startsAt, person.locale)}–${formatTime(meeting.endsAt, person.locale)}`;
  const name = table.sensitive ? translate(person.locale, "meetings.neutralTitle") : table.name;
  const page = absolute(paths.meeting(meeting.id));
  const open = !table.sensitive;
  const lines = [
    t(`${kind}.opening`, { table: name, bodies: bodies.join(", ") }),
    capacity === "deputy" ? t("deputy") : null,
    "",
    t("when", { when }),
    kind === "cancellation" ? null : t("mode", { mode: translate(person.locale, `meetings.mode.${meeting.mode}`) }),
    open && kind !== "cancellation" && meeting.place ? t("place", { place: meeting.place }) : null,
    open && kind !== "cancellation" && meeting.link ? t("room", { link: meeting.link }) : null,
    urgentReason ? t("urgent", { reason: urgentReason }) : null,
    reason && open ? t("reason", { reason }) : null,
    ...(open && kind !== "cancellation" ? ["", t("agenda"), ...content.agenda.map(({ title, minutes, proposer }, i) => `${i + 1}. ${title} (${[t("minutes", { count: minutes }), proposer].filter(Boolean).join(", ")})`)] : []),
    open && meeting.note && kind !== "cancellation" ? `\n${meeting.note}` : null,
    "",
    t(kind === "cancellation" ? "look" : "answer", { link: page }),
  ];
  return { to: person.email, subject: t(`${kind}.subject`, { table: name, when: formatDateTime(meeting.startsAt, person.locale) }), body: lines.filter((line) => line !== null).join("\n") };
}
