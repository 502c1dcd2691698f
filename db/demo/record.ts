// SPDX-License-Identifier: AGPL-3.0-or-later
/** What sessions leave: rules, minutes in every state, decisions, commitments, seats that absences put in question. */
import { eq } from "drizzle-orm";
import { declareConflict } from "~/meetings/attendance/conflicts.server";
import { moveCommitment } from "~/meetings/commitments/move-commitment.server";
import { answerCall } from "~/meetings/convocation/replies.server";
import { closeDecision, openDecision } from "~/meetings/decisions/put-decision.server";
import { castBallot, recordReserve } from "~/meetings/decisions/state-position.server";
import { decideForfeiture } from "~/meetings/forfeiture/forfeitures.server";
import { approveDueMinutes, recordCommitment } from "~/meetings/index.server";
import { answerAmendment, proposeAmendment } from "~/meetings/minutes/amendments.server";
import { approveMinutes, sealMinutes } from "~/meetings/minutes/approve-minutes.server";
import { beginMinutes } from "~/meetings/minutes/begin-minutes.server";
import { circulateMinutes } from "~/meetings/minutes/circulate-minutes.server";
import { correctMinutes } from "~/meetings/minutes/correct-minutes.server";
import { publishMinutes } from "~/meetings/minutes/publish-minutes.server";
import { adoptRules } from "~/tables/rules/adopt-rules.server";
import { customaryRules } from "~/tables/rules/rules";
import { toRomeDay } from "~/web/time";
import { agendaItems } from "../meetings/schema";
import type { City, Event } from "./city";
import { textsOf } from "./live-texts";
import { code, later, sessions, slugOf } from "./meetings";
import { adoptions, type Record, records } from "./record-texts";
import { ownerOf } from "./seats";
import { fillLists } from "./write-in";

const house = { comune: "Comune di Milano", origin: "http://localhost:3000" };

export function recordStory(city: City): Event[] {
  return [...rulesOfTables(city), ...records.flatMap((record) => [...session(city, record), ...minutesOf(city, record)]), ...absences(city)];
}

function rulesOfTables(city: City): Event[] {
  const before = new Map<string, number>();
  return adoptions.map(({ table, days, act, rules }): Event => {
    const version = before.get(table) ?? 0;
    before.set(table, version + 1);
    return { at: city.day(days, "12:30"), tell: async (at) => adoptRules(await city.as(ownerOf(table), at), slugOf[table] ?? "", { ...customaryRules, criterion: "", ...rules, act, version }) };
  });
}

/** What is done while the session lasts: interests, minutes begun and written, decisions, commitments. */
function session(city: City, record: Record): Event[] {
  const held = sessions.find(({ table, day }) => table === record.table && day === record.day);
  if (!held) throw new Error(`No session of ${record.table} on day ${record.day}`);
  const start = city.day(held.day, held.at);
  const meetingId = () => city.id(code(record));
  const clerk = (at: Date) => city.as(held.convenor, at);
  const told = (minutes: number, tell: Event["tell"]): Event => ({ at: later(start, minutes), tell });
  const item = async (point: number) => (await city.db.read.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId()))).find(({ position }) => position === point);
  const decisions = (record.decided ?? []).map(({ point, text, method, votes, reserves = [], interests = [] }, n) =>
    told(60 + n, async (at) => {
      const agendaItemId = (await item(point))?.id ?? "";
      for (const [body, interest] of interests) await declareConflict(await city.as(body, at), meetingId(), { agendaItemId, interest });
      const { decisionId } = await openDecision(await clerk(at), meetingId(), { agendaItemId, text, method });
      for (const choice of ["for", "against", "abstained"] as const) for (const body of votes?.[choice]?.split(" ").filter(Boolean) ?? []) await castBallot(await city.as(body, at), decisionId, { choice });
      for (const [body, kind, reason] of reserves) await recordReserve(await city.as(body, at), decisionId, { kind, reason });
      await closeDecision(await clerk(at), decisionId);
    }),
  );
  const commitments = (record.taken ?? []).flatMap(({ body, what, due, then = [] }, n): Event[] => {
    const key = `commitment:${record.table}${record.day}/${n}`;
    const taken = told(80 + n, async (at) => {
      city.keep(key, (await recordCommitment(await clerk(at), slugOf[record.table] ?? "", { what, organisationId: city.id(`body:${body}`), due: toRomeDay(city.day(due)), meetingId: meetingId() })).commitmentId);
    });
    const steps = then.map(({ days, by = body, step, note, due: day = 0 }): Event => ({
      at: city.day(days, "16:10"),
      tell: async (at) => moveCommitment(await city.as(by, at), city.id(key), step === "move" ? { step, note, due: toRomeDay(city.day(day)) } : { step, note }),
    }));
    return [taken, ...steps];
  });
  const begun = told(6, async (at) => {
    const { minutesId, documentId } = await beginMinutes(await clerk(at), meetingId());
    city.keep(`minutes:${code(record)}`, minutesId);
    city.keep(`minutes-text:${code(record)}`, documentId);
  });
  const written = told(100, async (at) => {
    const titles = new Map(held.agenda.map(([title], i) => [i + 1, title]));
    await fillLists(await clerk(at), city.id(`minutes-text:${code(record)}`), record.said.map(({ point, said, agreed = [], dissent = [] }) => ({ under: `${point}. ${titles.get(point) ?? ""}`, lists: [said, agreed, dissent] })));
  });
  return [begun, ...decisions, ...commitments, written];
}

/** What is done afterwards: circulated, amended, approved, sealed, published, corrected, as far as the record goes. */
function minutesOf(city: City, { table, day, circulated, asked = [], approved, sealed, published, corrected }: Record): Event[] {
  const own = code({ table, day });
  const id = () => city.id(`minutes:${own}`);
  const clerk = (at: Date) => city.as(ownerOf(table), at);
  const events: Event[] = [];
  const told = (days: number | undefined, time: string, tell: Event["tell"]) => (days === undefined ? 0 : events.push({ at: city.day(days, time), tell }));
  told(circulated, "09:10", async (at) => {
    const ctx = await clerk(at);
    await circulateMinutes(ctx, textsOf(ctx), id());
  });
  for (const [n, { body, days, point, text, reason, answer }] of asked.entries()) {
    told(days, "11:20", async (at) => {
      const items = await city.db.read.select().from(agendaItems).where(eq(agendaItems.meetingId, city.id(own)));
      city.keep(`amendment:${own}/${n}`, (await proposeAmendment(await city.as(body, at), id(), { agendaItemId: items.find(({ position }) => position === point)?.id, text, reason })).amendmentId);
    });
    told(answer?.days, "15:20", async (at) => answerAmendment(await clerk(at), id(), { amendmentId: city.id(`amendment:${own}/${n}`), outcome: answer?.outcome ?? "accepted", answer: answer?.words }));
  }
  const session = approved && !approved.tacitly ? approved.session : undefined;
  const inSession = sessions.find((each) => each.table === table && each.day === session);
  told(approved?.days, inSession ? inSession.at.replace(/\d$/, "9") : "09:20", async (at) => {
    const ctx = await clerk(at);
    if (approved?.tacitly) await approveDueMinutes({ db: city.db, now: at }, textsOf(city.system(at)), house, (failure) => { throw failure; });
    else await approveMinutes(ctx, id(), { meetingId: session === undefined ? undefined : city.id(code({ table, day: session })) });
  });
  if (!approved?.tacitly) told(sealed, "09:30", async (at) => sealMinutes(await clerk(at), textsOf(await clerk(at)), id(), house));
  told(published?.days, "10:10", async (at) => publishMinutes(await clerk(at), id(), { publication: published?.publication ?? "none", reason: published?.reason ?? "", reviewed: true }));
  told(corrected?.days, "10:20", async (at) => void (await correctMinutes(await clerk(at), id(), { reason: corrected?.reason ?? "" })));
  return events;
}

/** Two bodies never came to the Coordinamento: one keeps its seat, about the other nobody has decided. */
function absences(city: City): Event[] {
  return [
    { at: city.day(-41, "10:40"), tell: async (at) => answerCall(await city.as("e17", at), city.id("meeting:DIP-40"), { answer: "absent", note: "Riunione del consiglio della fondazione" }) },
    { at: city.day(-30, "12:10"), tell: async (at) => decideForfeiture(await city.as("p01", at), slugOf.DIP ?? "", { seatId: city.id("seat:DIP/p15"), outcome: "kept", reason: "L'ente ha cambiato il referente: torna dalla prossima assemblea." }) },
  ];
}
