// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StateChip } from "../meeting-header";
import type { MeetingLine } from "../view-meeting.server";

/** Meetings one under the other: when, what, where. */
export function MeetingList({ meetings, withTable = true }: { meetings: MeetingLine[]; withTable?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="meeting-list">
      {meetings.map((meeting) => (
        <li key={meeting.id} className={meeting.state === "cancelled" ? "cancelled" : undefined}>
          <p className="meeting-when">
            <time dateTime={meeting.day}>{meeting.date}</time>
            <span>{t("meetings.fromTo", { from: meeting.from, until: meeting.until })}</span>
          </p>
          <div>
            <p className="meeting-title">
              <Link to={meeting.to}>{meeting.title}</Link> <StateChip state={meeting.state} />
            </p>
            <p className="muted">{[withTable ? meeting.table.name : null, t(`meetings.mode.${meeting.mode}`), meeting.place].filter(Boolean).join(" · ")}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
