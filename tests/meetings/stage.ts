// SPDX-License-Identifier: AGPL-3.0-or-later
import { makeWorld, type Voice, type World } from "~tests/harness";
import { addPoint } from "~/meetings/agenda/change-agenda.server";
import { announceMeeting } from "~/meetings/convocation/correct.server";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { findMeeting, planMeeting } from "~/meetings/index.server";

export const days = (from: Date, n: number) => new Date(from.getTime() + n * 86_400_000);
export const at = (voice: { ctx: Voice["ctx"] }, now: Date) => ({ ...voice.ctx, now });

/** A table with its coordination, two members and an observer, and somebody who has nothing to do with it. */
export async function stage(more: { sensitive?: boolean; now?: Date } = {}) {
  const world: World = await makeWorld(more.now ? { now: more.now } : {});
  const office = await world.organisation("Direzione", { kind: "directorate" });
  const table = await world.table("Tavolo di prova", { ownerOrganisationId: office.id, sensitive: more.sensitive ?? false });
  const coordinator = await world.voice(office.id, { label: "Referente di Direzione", capacity: "officer" });
  const coordination = await world.seat(table.id, office.id, { role: "coordinator", voices: [coordinator] });
  const [one, two, watching] = [await world.organisation("Ente Uno"), await world.organisation("Ente Due"), await world.organisation("Ente Tre")];
  const member = await world.voice(one.id, { label: "Referente Uno" });
  const other = await world.voice(two.id, { label: "Referente Due" });
  const observer = await world.voice(watching.id, { label: "Referente Tre" });
  const seatOne = await world.seat(table.id, one.id, { voices: [member] });
  const seatTwo = await world.seat(table.id, two.id, { voices: [other] });
  const seatThree = await world.seat(table.id, watching.id, { role: "observer", voices: [observer] });
  const stranger = await world.voice((await world.organisation("Estraneo")).id, { label: "Referente altrove" });
  return { world, table, office, coordinator, member, other, observer, stranger, seats: { coordination, one: seatOne, two: seatTwo, three: seatThree } };
}
export type Stage = Awaited<ReturnType<typeof stage>>;

/** What a form says of a meeting, `days` from the day of the tests. */
export const said = (startsAt: Date) => ({ title: "Seduta ordinaria", startsAt, minutes: 120, mode: "in_person" as const, place: "Sala riunioni" });

/** A meeting of the stage's table, drafted. */
export async function drafted({ world, coordinator, table }: Stage, inDays = 20): Promise<string> {
  return (await planMeeting(coordinator.ctx, table.slug, said(days(world.now, inDays)))).meetingId;
}

export const point = (title: string) => ({ title, minutes: 15, kind: "discussion" as const });

/** The revision that whoever looks at the meeting now sees. */
export async function revisionOf({ coordinator }: Stage, id: string): Promise<number> {
  return (await findMeeting(coordinator.ctx, id)).meeting.revision;
}

/** A meeting of the stage's table, convened with one point. */
export async function convened(scene: Stage, inDays = 20): Promise<string> {
  const id = await drafted(scene, inDays);
  await addPoint(scene.coordinator.ctx, id, point("Servizi diurni"));
  await conveneMeeting(scene.coordinator.ctx, id, { revision: await revisionOf(scene, id) });
  return id;
}

/** A meeting of the stage's table whose date is in the calendar. */
export async function announced(scene: Stage, inDays = 20): Promise<string> {
  const id = await drafted(scene, inDays);
  await announceMeeting(scene.coordinator.ctx, id);
  return id;
}
