// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MessageValues } from "./problem";

/** One thing that waits for a person on their desk: one line, one verb, one date. Every domain offers its own. */
export type Waiting = {
  /** Stable, for lists. */
  id: string;
  /** Message key of the sentence, e.g. "tables.waiting.joinRequest". */
  says: string;
  values?: MessageValues;
  to: string;
  /** When it is due; null when it has no term. */
  due: Date | null;
};
