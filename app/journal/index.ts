// SPDX-License-Identifier: AGPL-3.0-or-later
export { canonicalEntry, GENESIS, type EntryContent } from "./canonical";
export { isPublicAct, publicActs } from "./public-acts";
