// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the stories of the demonstration city share: its people and things by short code, and who acts when. */
import { DateTime } from "luxon";
import type { Actor } from "~/identity";
import { voicesOf } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { ROME } from "~/web/time";
import type { Database } from "../client.server";
import { newId } from "../id";

/** One thing that happened in the city. Stories are told in the order of time, whoever tells them. */
export type Event = { at: Date; tell: (at: Date) => Promise<void> };
export type Story = (city: City) => Event[];

export type City = ReturnType<typeof openCity>;

/** The city before anything has happened; `today` is the moment of the seeding. */
export function openCity(db: Database, today: Date) {
  const ids = new Map<string, string>();

  /** Keeps the identifier of a thing under a short code: "body:e01", "table:ALZ". */
  function keep(code: string, id: string): void {
    ids.set(code, id);
  }

  /** The identifier kept under a code; a story that speaks of what has not happened yet is wrong. */
  function id(code: string): string {
    const found = ids.get(code);
    if (!found) throw new Error(`The demonstration city does not know ${code} yet`);
    return found;
  }

  /** An hour of the day that is `days` from today (negative: in the past), in Europe/Rome; offices rest at weekends: then the Friday before. */
  function day(days: number, time = "10:00"): Date {
    const [hour, minute] = time.split(":").map(Number);
    const date = DateTime.fromJSDate(today, { zone: ROME }).plus({ days }).set({ hour, minute, second: 0, millisecond: 0 });
    return date.minus({ days: Math.max(0, date.weekday - 5) }).toJSDate();
  }

  const ctxOf = (actor: Actor | null, now: Date): Ctx => ({ actor, now, db, locale: "it", requestId: newId(), address: "local" });

  /** The administrator of the platform at a moment. */
  function admin(now: Date): Ctx {
    return ctxOf({ ...nobody, personId: id("person:admin"), personLabel: "Amministrazione della piattaforma", administrator: true, capacity: "platform_administrator" }, now);
  }

  /** The person of a body (`e01`, `p08`), speaking for that body, at a moment. */
  async function as(code: string, now: Date): Promise<Ctx> {
    const personId = id(`person:${code}`);
    const voice = (await voicesOf(db, personId, now)).find(({ organisationId }) => organisationId === id(`body:${code}`));
    if (!voice) throw problem("forbidden");
    const { affiliationId, organisationId, organisationName, roleLabel, capacity, powers } = voice;
    return ctxOf({ ...nobody, personId, personLabel: roleLabel, affiliationId, organisationId, organisationName, roleLabel, capacity, powers }, now);
  }

  return { db, today, keep, id, day, admin, as, system: (now: Date) => ctxOf(null, now) };
}

const nobody: Omit<Actor, "personId" | "personLabel"> = {
  organisationId: null,
  organisationName: null,
  affiliationId: null,
  roleLabel: null,
  capacity: "guest",
  powers: [],
  administrator: false,
  sessionId: null,
};
