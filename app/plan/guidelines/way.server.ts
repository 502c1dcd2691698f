// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Item } from "~/tables/index.server";
import { stepsOf } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { formatShortDate } from "~/web/time";
import type { Version } from "./find-guidelines.server";

/** A step of the way of an indirizzo: a message key and what to note under it. */
export type WayStep = { says: string; note: string | null; count?: number };

/**
 * The way from a question to the actions that follow: raised, forwarded, answered with this version, followed. The first two are told only to who
 * may know the item; `done` counts the steps taken.
 */
export async function wayOf(ctx: Pick<Ctx, "db" | "locale">, { version, item, actions }: { version: Version; item: Item | null; actions: number }): Promise<{ steps: WayStep[]; done: number }> {
  const day = (instant: Date) => formatShortDate(instant, ctx.locale);
  const taken = item ? await stepsOf(ctx, item.id) : [];
  const forwarded = taken.filter(({ step, from, to }) => step === "forwarded" && from && to && from !== to).at(-1);
  const answered = taken.find(({ step }) => step === "accepted" || step === "adapted");
  const steps: WayStep[] = [
    ...(item ? [{ says: "guidelines.way.raised", note: `${item.raisedBy.name}, ${day(item.raisedAt)}` }] : version.itemId ? [{ says: "guidelines.way.raised", note: null }] : []),
    ...(forwarded ? [{ says: "guidelines.way.forwarded", note: `${forwarded.from}, ${day(forwarded.at)}` }] : []),
    ...(answered ? [{ says: "guidelines.way.accepted", note: day(answered.at) }] : []),
    { says: "guidelines.way.issued", note: version.issuedAt ? day(version.issuedAt) : null, count: version.version },
    { says: "guidelines.way.actions", note: null, count: actions },
  ];
  return { steps, done: version.issuedAt === null ? steps.length - 2 : actions === 0 ? steps.length - 1 : steps.length };
}
