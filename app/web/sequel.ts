// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "./context";
import type { MessageValues } from "./problem";

/**
 * What came of an item between tables on a later floor (an indirizzo, a resolved conflict), or what the viewer may make of it (`offer`). The
 * composition brings it to the pages of items and of liaison moments.
 */
export type Sequel = { itemId: string; kind: "result" | "offer"; says: string; values?: MessageValues; to: string };

/** The items as the viewer knows them; the sequels within what the viewer may see. */
export type SequelSource = (ctx: Ctx, items: readonly { id: string; state: string; atTableId: string | null }[]) => Promise<Sequel[]>;
