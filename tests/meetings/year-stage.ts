// SPDX-License-Identifier: AGPL-3.0-or-later
/** A table constituted a year ago, that has met three times since and meets today: each act through its use-case, at its instant. */
import { eq } from "drizzle-orm";
import { hashPassword } from "~/identity/index.server";
import { lockAware } from "~/documents/index.server";
import { closePress } from "~/documents/export/press.server";
import { addPoint } from "~/meetings/agenda/change-agenda.server";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { closeSession, openSession } from "~/meetings/attendance/session.server";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { closeDecision, openDecision } from "~/meetings/decisions/put-decision.server";
import { planMeeting, recordCommitment } from "~/meetings/index.server";
import { approveDueMinutes } from "~/meetings/minutes/approve-minutes.server";
import { beginMinutes } from "~/meetings/minutes/begin-minutes.server";
import { circulateMinutes } from "~/meetings/minutes/circulate-minutes.server";
import { createTable, giveMandate, grantSeat } from "~/tables/index.server";
import { toRomeDay } from "~/web/time";
import { agendaItems, meetings } from "~db/meetings/schema";
import { attachRealtime, databaseStore } from "~realtime/index.server";
import { makeWorld, openTestDatabase, temporaryFolder, type Voice } from "~tests/harness";

export const yearPassword = "un-anno-al-tavolo-2026";
const DAY = 86_400_000;
const quiet = { info() {}, warn() {}, error() {} };
const house = { comune: "Comune di Borgo Alto", origin: "https://concerto.example" };

/** The people of the table, with their accounts: the office that will lead it, and two bodies. */
export async function peopleOfTheYear(now: Date) {
  const dataDir = temporaryFolder();
  const db = await openTestDatabase(dataDir);
  const world = await makeWorld({ db, now });
  const passwordHash = await hashPassword(yearPassword);
  const person = async (body: string, kind: string, powers?: Parameters<typeof world.voice>[1]) => {
    const email = `${body.toLowerCase().replace(/[^a-z]+/g, ".")}@test.example`;
    const { id } = await world.person(`Referente ${body}`, { email, passwordHash });
    return { ...(await world.voice((await world.organisation(body, { kind })).id, { label: `Referente ${body}`, personId: id, ...powers })), email };
  };
  const lead = await person("Direzione", "directorate", { capacity: "officer", powers: ["read", "write", "speak", "approve_minutes", "manage_tables", "manage_members"] });
  const first = await person("Cooperativa Lampioni", "ets");
  const second = await person("Associazione Cortili", "ets");
  return { dataDir, db, lead, first, second };
}

export async function yearOfATable() {
  const today = new Date();
  const ago = (days: number, minutes = 0) => new Date(today.getTime() - days * DAY + minutes * 60_000);
  const { dataDir, db, lead, first, second } = await peopleOfTheYear(today);
  const at = (voice: Voice, now: Date) => ({ ...voice.ctx, now });

  // a year ago: constitution, and the seats
  const table = await createTable(at(lead, ago(365)), { name: "Tavolo casa", level: "objective", object: "Leggere insieme il bisogno di casa.", ownerOrganisationId: lead.organisationId });
  const policy = await createTable(at(lead, ago(365)), { name: "Tavolo di sintesi", level: "policy", object: "Leggere insieme gli esiti dei tavoli.", ownerOrganisationId: lead.organisationId });
  for (const [tableId, voice, role] of [[table.id, lead, "coordinator"], [table.id, first, "member"], [table.id, second, "member"], [policy.id, lead, "coordinator"]] as const) {
    const { seatId } = await grantSeat(at(lead, ago(364)), { tableId, organisationId: voice.organisationId, role, basis: "Determina 120/2025" });
    await giveMandate(at(lead, ago(364)), { seatId, affiliationId: voice.affiliationId, capacity: "titular" });
  }

  /** A session convened in time, with everybody in the room. */
  async function convened(startsAt: Date, title: string): Promise<string> {
    const before = new Date(startsAt.getTime() - 20 * DAY);
    const { meetingId } = await planMeeting(at(lead, before), table.slug, { title, startsAt, minutes: 120, mode: "in_person", place: "Sala riunioni" });
    await addPoint(at(lead, before), meetingId, { title: "Alloggi liberi nei quartieri", minutes: 40, kind: "decision" });
    const [row] = await db.read.select().from(meetings).where(eq(meetings.id, meetingId));
    await conveneMeeting(at(lead, before), meetingId, { revision: row?.revision ?? 0 });
    return meetingId;
  }

  // three sessions, each with its decision, its commitment and its minutes, sealed by the rule when the term passed
  const hub = attachRealtime(null, { admit: async () => ({ ok: false, code: 4401, reason: "nobody" }), store: lockAware(db, databaseStore(db, quiet)), originAllowed: () => true, log: quiet, clock: () => today });
  for (const [n, days] of [300, 200, 100].entries()) {
    const startsAt = ago(days);
    const meetingId = await convened(startsAt, `${["Prima", "Seconda", "Terza"][n]} seduta`);
    for (const voice of [lead, first, second]) await arriveAt(at(voice, startsAt), meetingId, {});
    await openSession(at(lead, startsAt), meetingId, {});
    const { minutesId } = await beginMinutes(at(lead, startsAt), meetingId);
    const [item] = await db.read.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId));
    const { decisionId } = await openDecision(at(lead, startsAt), meetingId, { agendaItemId: item?.id ?? "", text: "Censire gli alloggi liberi, un quartiere per volta.", method: "consensus" });
    await closeDecision(at(lead, startsAt), decisionId);
    await recordCommitment(at(lead, startsAt), table.slug, { what: `Censire il quartiere ${n + 1}`, organisationId: first.organisationId, due: toRomeDay(ago(days - 40)), meetingId });
    await closeSession(at(lead, ago(days, 90)), meetingId);
    await circulateMinutes(at(lead, ago(days - 1)), hub, minutesId);
    await approveDueMinutes({ db, now: ago(days - 13) }, hub, house, (failure) => {
      throw failure;
    });
  }
  await hub.close();
  await closePress();

  // the fourth meets today, by hand; one more, a minute later, will approve its minutes
  const fourth = await convened(ago(0, -1), "Quarta seduta");
  for (const voice of [first, second]) await arriveAt(voice.ctx, fourth, {});
  const fifth = await convened(today, "Seduta di chiusura d'anno");
  for (const voice of [lead, first]) await arriveAt(voice.ctx, fifth, {});
  await openSession(lead.ctx, fifth, {});
  return { dataDir, db, today, table, policy, lead, first, second, fourth, fifth };
}
