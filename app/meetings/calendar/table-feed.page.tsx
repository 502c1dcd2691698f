// SPDX-License-Identifier: AGPL-3.0-or-later
/** The public calendar of one table: the same answer as that of all, with the table in the address. */
export { loader } from "./public-feed.page";
