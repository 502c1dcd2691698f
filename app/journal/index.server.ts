// SPDX-License-Identifier: AGPL-3.0-or-later
export { followJournal } from "./follow.server";
export { listEntries, type JournalEntry } from "./list-entries.server";
export { record, type Act } from "./record.server";
export { verifyJournal, type Verdict } from "./verify.server";
