// SPDX-License-Identifier: AGPL-3.0-or-later
import { listObjectives } from "~/plan/index.server";
import type { Ctx } from "~/web/context";

/** An objective of the plan as a procedure keeps it: its words stay those of the day on which it was chosen. */
export type ChosenObjective = { id: string; code: string; title: string };

/** The objectives that a procedure may be tied to, in the order of the plan; empty when no plan was imported. */
export async function objectivesToChoose(ctx: Ctx): Promise<ChosenObjective[]> {
  return (await listObjectives(ctx)).map(({ id, code, title }) => ({ id, code, title }));
}
