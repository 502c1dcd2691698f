// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";

/** An objective of the plan as a procedure keeps it. */
export type ChosenObjective = { id: string; code: string; title: string };

/** The objectives that a procedure may be tied to, in the order of the plan. */
export async function objectivesToChoose(_ctx: Ctx): Promise<ChosenObjective[]> {
  return [];
}
