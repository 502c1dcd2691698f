// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import type { MeetingLine } from "../../view-meeting.server";
import type { Day } from "../month";

/** A month as a table of weeks; on a phone the days without meetings fold away and the rest is a list. */
export function MonthGrid({ caption, days, weeks, today, meetings }: { caption: string; days: string[]; weeks: Day[][]; today: string; meetings: MeetingLine[] }) {
  const on = (day: string) => meetings.filter((meeting) => meeting.day === day);
  return (
    <table className="month-grid">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {days.map((day) => (
            <th key={day} scope="col">{day}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map(({ day, number, inMonth }) => (
              <td key={day} className={`${inMonth ? "" : "other-month"} ${on(day).length > 0 ? "busy" : "free"}`}>
                <time dateTime={day} className="day-number" {...(day === today ? { "aria-current": "date" as const } : {})}>{number}</time>
                {on(day).map((meeting) => (
                  <Link key={meeting.id} to={meeting.to} className={`day-meeting ${meeting.state}`}>
                    <span>{meeting.from}</span> {meeting.table.name}
                  </Link>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
