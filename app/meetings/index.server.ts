// SPDX-License-Identifier: AGPL-3.0-or-later
export { findMeeting, type FoundMeeting, type MeetingRow } from "./find-meeting.server";
export { listMeetings, type ListedMeeting } from "./list-meetings.server";
export { commitmentsOf, openCommitmentsOf, openCommitmentsShown } from "./commitments/find-commitments.server";
export { recordCommitment } from "./commitments/record-commitment.server";
export { commitmentsForAgenda, commitmentsWaiting, remindCommitments } from "./commitments/remind-commitments.server";
export { meetingHeaderData, type MeetingHeaderData } from "./meeting-header.server";
export { planMeeting, writeMeeting } from "./plan-meeting.server";
export { lineOf, type MeetingLine } from "./view-meeting.server";
export { forgetPeople, recordAttendance } from "./workshops/attendance.server";
export { findWorkshop, listThemes, listWorkshops } from "./workshops/find-workshop.server";
export { figuresOf } from "./workshops/figures.server";
export { askForPlace, confirmPlace, giveUpPlace } from "./workshops/register.server";
export { addTheme, cancelWorkshop, changeWorkshop, draftWorkshop, publishWorkshop } from "./workshops/save-workshop.server";
export { publishSynthesis, writeSynthesis } from "./workshops/synthesis.server";
export { addNeighbourhood, enterBody, keepBody, localBodiesOf } from "./liaison/district.server";
export { addElement, bringToTable, elementsOf, keepElement, listLiaisons, planLiaison } from "./liaison/liaisons.server";
export { remindLiaisonItems, waitingAtMunicipio } from "./liaison/remind-items.server";
