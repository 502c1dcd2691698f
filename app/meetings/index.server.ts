// SPDX-License-Identifier: AGPL-3.0-or-later
export { findMeeting, type FoundMeeting, type MeetingRow } from "./find-meeting.server";
export { listMeetings, type ListedMeeting } from "./list-meetings.server";
export { meetingHeaderData, type MeetingHeaderData } from "./meeting-header.server";
export { planMeeting, writeMeeting } from "./plan-meeting.server";
export { lineOf, type MeetingLine } from "./view-meeting.server";
