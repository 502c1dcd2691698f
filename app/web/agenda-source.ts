// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "./context";

/** Something that later floors hold worth a point on the next agenda of a table: the composition brings it to the meetings. */
export type AgendaHint = { kind: string; id: string; title: string; says: string; values?: Record<string, string | number>; to: string; documentId?: string | null };

/** Offers hints about a table to the viewer of the context, within what they may see. */
export type AgendaSource = (ctx: Ctx, table: { id: string; slug: string }) => Promise<AgendaHint[]>;
