// SPDX-License-Identifier: AGPL-3.0-or-later
export { findMeeting, type FoundMeeting, type MeetingRow } from "./find-meeting.server";
export { listMeetings, type ListedMeeting } from "./list-meetings.server";
export { commitmentsOf, openCommitmentsOf, openCommitmentsShown } from "./commitments/find-commitments.server";
export { approveDueMinutes } from "./minutes/approve-minutes.server";
export { minutesWaiting } from "./minutes/waiting.server";
export { recordCommitment } from "./commitments/record-commitment.server";
export { commitmentsForAgenda, commitmentsWaiting, remindCommitments } from "./commitments/remind-commitments.server";
export { meetingHeaderData, type MeetingHeaderData } from "./meeting-header.server";
export { planMeeting, writeMeeting } from "./plan-meeting.server";
export { lineOf, type MeetingLine } from "./view-meeting.server";
