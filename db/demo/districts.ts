// SPDX-License-Identifier: AGPL-3.0-or-later
/** A season of city-wide workshops, and the year of two Municipi: lists, workshops, liaison moments and what tables did with them. */
import { desc, eq } from "drizzle-orm";
import { addElement, addNeighbourhood, askForPlace, bringToTable, confirmPlace, draftWorkshop, enterBody, keepBody, keepElement, listThemes, planLiaison, publishSynthesis, publishWorkshop, recordAttendance, writeSynthesis } from "~/meetings/index.server";
import { moveItem } from "~/tables/index.server";
import { toRomeDay } from "~/web/time";
import { outbox } from "../notices/schema";
import { campaignSteps } from "./campaign";
import type { City, Event } from "./city";
import { entered, kept, type LiaisonElement, liaisons, type LocalWorkshop, neighbourhoods, workshops } from "./districts-texts";
import { ownerOf } from "./seats";

const officeOf = { 4: "p06", 9: "p07" } as const;
const HOUR = 3_600_000;

export function districtsStory(city: City): Event[] {
  const season = campaignSteps({
    ctxAt: (at) => city.as("p01", at),
    when: (n) => ({ drafted: city.day(-330, `0${8 + Math.floor(n / 13)}:${String(10 + (n % 13)).padStart(2, "0")}`), starts: city.day(-300 + n * 2, n % 2 === 0 ? "09:30" : "14:30"), closed: city.day(-299 + n * 2, n % 2 === 0 ? "18:40" : "18:50") }),
  });
  return [...season, ...lists(city), ...workshops.flatMap((workshop) => local(city, workshop)), ...liaisons.flatMap((liaison) => moment(city, liaison))];
}

function lists(city: City): Event[] {
  const at = city.day(-310, "09:40");
  const nil = (district: number, name: string) => city.id(`nil:${district}/${name}`);
  const office = (district: 4 | 9, tell: (ctx: Awaited<ReturnType<City["as"]>>) => Promise<void>): Event => ({ at, tell: async (now) => tell(await city.as(officeOf[district], now)) });
  return [
    ...([4, 9] as const).flatMap((district) => neighbourhoods[district].map((name) => office(district, async (ctx) => city.keep(`nil:${district}/${name}`, (await addNeighbourhood(ctx, district, { name })).id)))),
    ...kept.map(({ district, body, nil: name }) => office(district, (ctx) => keepBody(ctx, district, { organisationId: city.id(`body:${body}`), neighbourhoodId: nil(district, name) }))),
    ...entered.map(({ district, nil: name, ...body }) => office(district, (ctx) => enterBody(ctx, district, { ...body, neighbourhoodId: nil(district, name) }))),
  ];
}

/** A workshop of a Municipio: prepared a month before, held or still to come. */
function local(city: City, { district, nil, theme, title, description, place, day, capacity, present, said, people = [] }: LocalWorkshop): Event[] {
  const office = officeOf[district];
  const starts = city.day(day, "17:30");
  const id = () => city.id(`workshop:${title}`);
  const themeId = async (ctx: Awaited<ReturnType<City["as"]>>) => (await listThemes(ctx)).find((known) => known.title === theme)?.id ?? "";
  const draft: Event = {
    at: city.day(Math.min(day - 25, -12), "11:20"),
    tell: async (at) => {
      const ctx = await city.as(office, at);
      const neighbourhoodId = nil ? city.id(`nil:${district}/${nil}`) : undefined;
      const { workshopId } = await draftWorkshop(ctx, { title, description, place, startsAt: starts, minutes: 150, capacity, themes: [await themeId(ctx)], neighbourhoodId });
      city.keep(`workshop:${title}`, workshopId);
      await publishWorkshop(ctx, workshopId);
    },
  };
  const registered = people.map(({ name, kind, bodyName }, n): Event => ({
    at: city.day(-8, `18:${String(10 + n)}`),
    tell: async (at) => {
      const ctx = city.system(at);
      const email = `iscrizione${n + 1}@demo.example`;
      await askForPlace(ctx, id(), { name, email, kind: kind as "private", bodyName, read: "on" });
      const [letter] = await city.db.read.select({ body: outbox.body }).from(outbox).where(eq(outbox.recipient, email)).orderBy(desc(outbox.createdAt)).limit(1);
      await confirmPlace(ctx, /iscrizioni\/([\w-]+)/.exec(letter?.body ?? "")?.[1] ?? "");
    },
  }));
  if (!present) return [draft, ...registered];
  const closed: Event = {
    at: new Date(starts.getTime() + 3 * HOUR),
    tell: async (at) => {
      const ctx = await city.as(office, at);
      await recordAttendance(ctx, id(), { present: [], ...present });
      await writeSynthesis(ctx, id(), { themeId: await themeId(ctx), text: said ?? "" });
      await publishSynthesis(ctx, id());
    },
  };
  return [draft, closed];
}

function moment(city: City, { district, day, title, note, elements }: (typeof liaisons)[number]): Event[] {
  const code = `liaison:${district}/${title}`;
  const plan: Event = { at: city.day(day, "09:10"), tell: async (at) => city.keep(code, (await planLiaison(await city.as(officeOf[district], at), district, { title, heldOn: toRomeDay(at), note })).liaisonId) };
  return [plan, ...elements.flatMap((element, n) => gathered(city, { district, day, code, n }, element))];
}

function gathered(city: City, { district, day, code, n }: { district: 4 | 9; day: number; code: string; n: number }, { title, text, theme, nil, voices, from, table, kept: reason, steps = [] }: LiaisonElement): Event[] {
  const item = `item:${title}`;
  const add: Event = {
    at: city.day(day, `1${2 + n}:15`),
    tell: async (at) => {
      const ctx = await city.as(officeOf[district], at);
      const themeId = (await listThemes(ctx)).find((known) => known.title === theme)?.id;
      const { elementId } = await addElement(ctx, city.id(code), { title, text, themeId, neighbourhoodId: nil ? city.id(`nil:${district}/${nil}`) : undefined, voices, workshops: from ? [city.id(`workshop:${from}`)] : [] });
      if (table) city.keep(item, (await bringToTable(ctx, city.id(code), { elementId, tableId: city.id(`table:${table}`) })).itemId);
      if (reason) await keepElement(ctx, city.id(code), { elementId, reason });
    },
  };
  const moved = steps.map(({ days, ...step }): Event => ({
    at: city.day(days, "12:40"),
    tell: async (at) => {
      const input = step.step === "forward" ? { step: step.step, reason: step.reason, tableId: city.id(`table:${step.to}`) } : step;
      await moveItem(await city.as(ownerOf(table ?? ""), at), city.id(item), input);
    },
  }));
  return [add, ...moved];
}
