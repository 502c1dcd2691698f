// SPDX-License-Identifier: AGPL-3.0-or-later
export { type MeetingMode, type MeetingState, meetingModes, meetingStates, minutesOf, stateOf } from "./meeting";
export { MeetingList } from "./parts/meeting-list";
export { meetingStyles } from "./parts/styles";
export { MeetingHeader, type MeetingTab } from "./meeting-header";
export type { MeetingHeaderData } from "./meeting-header.server";
