// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { toRomeDay } from "~/web/time";
import { translator } from "~/web/translate.server";
import { issuedGuidelines } from "./find-guidelines.server";
import { traceOf } from "./traces.server";
import { nameOf, viewLine } from "./view-guideline.server";
import { viewTrace } from "./view-trace.server";

/**
 * The first perspective of monitoring (city's plan, 4.5): of each indirizzo issued, if it is followed, how far and with which actions, all bodies
 * together. It serves to make the system work, never to judge who is in it: nothing here counts by body. Public.
 */
export async function readFollowUp(ctx: Ctx) {
  return Promise.all((await issuedGuidelines(ctx)).map(async ({ guideline }) => ({ ...viewLine(ctx, guideline), ...viewTrace(ctx, await traceOf(ctx, guideline)) })));
}
export type FollowUp = Awaited<ReturnType<typeof readFollowUp>>;

/** The same as rows: one for each action, by indirizzo and then by name of the body; one without action where nothing follows yet. */
export async function followUpRows(ctx: Ctx): Promise<string[][]> {
  const { t } = translator(ctx.locale);
  const head = ["table", "number", "version", "title", "state", "since", "to", "about", "body", "action", "districts", "start", "end", "actionState"].map((name) => t(`guidelines.column.${name}`));
  const rows: string[][] = [];
  for (const { guideline, current } of await issuedGuidelines(ctx)) {
    const { number, table } = guideline;
    const { targets, following } = await traceOf(ctx, guideline);
    const addressed = current.addressees.map(nameOf).map(({ label, family }) => label ?? t(`registry.group.${family}`));
    const start = [table.name, String(number), String(current.version), current.title, t(`guidelines.state.${current.state}`), toRomeDay(current.effectiveOn), addressed.join(", "), targets.map(({ code, text }) => code ?? text).join(", ")];
    if (following.length === 0) rows.push([...start, "", "", "", "", "", ""]);
    for (const action of following) rows.push([...start, action.organisation.name, action.title, action.districts.join(" "), toRomeDay(action.startsOn), action.endsOn ? toRomeDay(action.endsOn) : "", t(`plan.action.state.${action.state}`)]);
  }
  return [head, ...rows];
}
