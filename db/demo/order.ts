// SPDX-License-Identifier: AGPL-3.0-or-later
/** How the city puts its tables in order: a mapping, a check of whom they represent, and a proposal open to comments. */
import { eq } from "drizzle-orm";
import {
  addForm, addMove, applyForm, beginProposal, checkCoverage, closeCampaign, comment, decideTask, dismissOverlap, fillForm, lastCheck, openCampaign, openProposal, proposeJointSession, withdrawProposal,
} from "~/tables/index.server";
import { placesOf } from "~/meetings/index.server";
import { toRomeDay } from "~/web/time";
import { mappingForms } from "../tables/schema";
import { type Answers, forms, proposals, setAside } from "./order-texts";
import type { City, Event } from "./city";

const MAPPING = "mapping:first";

/** Asks every office for its tables; most send the forms back, one begins and stops, one has a table that nobody knew. */
function mapping(city: City): Event[] {
  const offices = ["p01", "p02", "p03", "p04", "p05", "p06", "p07"];
  const open: Event = {
    at: city.day(-175, "09:00"),
    tell: async (at) => {
      const { campaignId } = await openCampaign(await city.as("p01", at), { title: "Mappatura dei tavoli della città", due: toRomeDay(city.day(-60)), dormantMonths: "6", offices: offices.map((code) => city.id(`body:${code}`)) });
      city.keep(MAPPING, campaignId);
    },
  };
  const filled = forms.map(({ office, table, days, sent, answers }): Event => ({
    at: city.day(days, "15:10"),
    tell: async (at) => {
      const ctx = await city.as(office, at);
      const known = (await city.db.read.select().from(mappingForms).where(eq(mappingForms.campaignId, city.id(MAPPING)))).filter(({ organisationId }) => organisationId === city.id(`body:${office}`));
      const tableId = table ? city.id(`table:${table}`) : null;
      const formId = known.find((form) => form.tableId === tableId && form.savedAt === null)?.id ?? (await addForm(ctx, city.id(MAPPING))).formId;
      await fillForm(ctx, formId, asForm(city, answers), sent);
      if (sent && table && answers.apply) await applyForm(await city.as("p01", at), formId);
    },
  }));
  const close: Event = { at: city.day(-45, "12:00"), tell: async (at) => closeCampaign(await city.as("p01", at), city.id(MAPPING)) };
  return [open, ...filled, close];
}

function asForm(city: City, { lastSession, apply: _apply, active = true, working = true, ...words }: Answers): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(words)) form.set(name, value);
  if (active) form.set("active", "on");
  if (working) form.set("working", "on");
  if (lastSession !== undefined) form.set("lastSession", toRomeDay(city.day(lastSession)));
  return form;
}

/** Checks whom two tables represent; decides what to do about some of the gaps; sets one overlap aside and proposes to meet about another. */
function representation(city: City): Event[] {
  const check = (slug: string, days: number, next: number): Event => ({ at: city.day(days, "10:30"), tell: async (at) => void (await checkCoverage(await city.as("p01", at), slug, { nextCheck: toRomeDay(city.day(next)) })) });
  const decide: Event = {
    at: city.day(-35, "11:30"),
    tell: async (at) => {
      const ctx = await city.as("p01", at);
      const tasks = (await lastCheck(ctx, city.id("table:DIP")))?.tasks.filter(({ state }) => state === "open") ?? [];
      const [first, second] = [tasks.find(({ candidateIds }) => candidateIds.length > 0), tasks.find(({ dimension }) => dimension === "size" || dimension === "category")];
      if (first) await decideTask(ctx, "dipendenze", { taskId: first.id, state: "invited", reason: "Invito inviato con la lettera della seduta." });
      if (second && second !== first) await decideTask(ctx, "dipendenze", { taskId: second.id, state: "dismissed", reason: "Il tavolo ha già una rete che porta questa voce." });
    },
  };
  const overlaps: Event = {
    at: city.day(-34, "16:00"),
    tell: async (at) => {
      const ctx = await city.as("p01", at);
      await dismissOverlap(ctx, { firstTableId: city.id(`table:${setAside.first}`), secondTableId: city.id(`table:${setAside.second}`), finding: setAside.finding, reason: setAside.reason });
      await proposeJointSession(ctx, { firstTableId: city.id("table:SM"), secondTableId: city.id("table:DIS") });
    },
  };
  // a table of a Municipio is held against the neighbourhoods too, each with the bodies known to work there
  const inDistrict: Event = {
    at: city.day(-28, "10:30"),
    tell: async (at) => {
      const ctx = await city.as("p06", at);
      await checkCoverage(ctx, "laboratorio-municipio-4", { nextCheck: toRomeDay(city.day(150)) }, await placesOf(ctx));
      const task = (await lastCheck(ctx, city.id("table:M4")))?.tasks.find(({ dimension, candidateIds }) => dimension === "neighbourhood" && candidateIds.length > 0);
      if (task) await decideTask(ctx, "laboratorio-municipio-4", { taskId: task.id, state: "invited", reason: "Invito portato a mano durante la passeggiata." });
    },
  };
  return [inDistrict, check("dipendenze", -36, 145), check("disabilita", -190, -5), decide, overlaps];
}

/** A proposal that was withdrawn after the first voices, and the one that is open now. */
function reorganisation(city: City): Event[] {
  return proposals.flatMap(({ code, begun, opened, until, withdrawn, title, reason, moves, comments }): Event[] => {
    const id = () => city.id(`reorganisation:${code}`);
    const ids = (table: string) => city.id(`table:${table}`);
    const office = (days: number, time: string, tell: (ctx: Awaited<ReturnType<City["as"]>>) => Promise<void>): Event => ({ at: city.day(days, time), tell: async (at) => tell(await city.as("p01", at)) });
    return [
      office(begun, "09:00", async (ctx) => city.keep(`reorganisation:${code}`, (await beginProposal(ctx, { title, reason })).id)),
      ...moves.map((move, i) => office(begun, `10:${String(10 + i)}`, (ctx) => addMove(ctx, id(), move(ids)))),
      office(opened, "14:00", (ctx) => openProposal(ctx, id(), { commentsUntil: toRomeDay(city.day(until)) })),
      ...comments.map(({ body, days, text }): Event => ({ at: city.day(days, "18:00"), tell: async (at) => comment(await city.as(body, at), id(), { text }) })),
      ...(withdrawn === undefined ? [] : [office(withdrawn, "12:00", (ctx) => withdrawProposal(ctx, id()))]),
    ];
  });
}

export function orderStory(city: City): Event[] {
  return [...mapping(city), ...representation(city), ...reorganisation(city)];
}
