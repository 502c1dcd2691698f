// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Database } from "~db/client.server";
import type { Actor } from "~/identity/actor";
import type { Locale } from "./i18n";

/** All that a use-case may know of the world around it. */
export type Ctx = {
  actor: Actor | null;
  /** The server's clock when the request had fully arrived. */
  now: Date;
  db: Database;
  locale: Locale;
  requestId: string;
  /** Address of the caller, for limits on attempts; "local" for jobs and the command line. */
  address: string;
};
