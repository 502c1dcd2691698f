// SPDX-License-Identifier: AGPL-3.0-or-later
/** A year of meetings of the demonstration tables: convened, held with realistic absences, one moved, one cancelled, some ahead. */
import { addPoint } from "~/meetings/agenda/change-agenda.server";
import { answerProposal, proposePoint } from "~/meetings/agenda/proposals.server";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { closeSession, openSession } from "~/meetings/attendance/session.server";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { announceMeeting, cancelMeeting, correctMeeting } from "~/meetings/convocation/correct.server";
import { answerCall } from "~/meetings/convocation/replies.server";
import { findMeeting, planMeeting } from "~/meetings/index.server";
import type { City, Event } from "./city";
import { texts } from "./texts";

type Point = [title: string, minutes: number, kind: "information" | "discussion" | "decision" | "minutes" | "commitments", documents?: string[]];
type Session = {
  table: string;
  convenor: string;
  /** Days from today; negative: already held. */
  day: number;
  at: string;
  title: string;
  mode: "in_person" | "remote" | "mixed";
  place: string;
  agenda: Point[];
  /** Who comes, by code; the others are absent. */
  come: string;
};

const opening: Point = ["Verbale della seduta precedente", 10, "minutes"];
const closing: Point = ["Impegni presi e prossima data", 10, "commitments"];
const room = "Sala riunioni della Direzione, via d'esempio 1";

export const sessions: Session[] = [
  { table: "DIS", convenor: "p01", day: -250, at: "14:30", title: "Seduta ordinaria", mode: "mixed", place: room, agenda: [["Avvio dei due gruppi ristretti", 40, "discussion"], ["Come si raccolgono i tempi di attesa", 40, "decision"], closing], come: "p01 e01 e04 e10 e15 p08 p10" },
  { table: "DIS", convenor: "p01", day: -130, at: "14:30", title: "Seduta ordinaria", mode: "mixed", place: room, agenda: [opening, ["Passaggio ai servizi per adulti: primo quadro", 45, "discussion"], ["Tempo libero: luoghi accessibili", 30, "discussion"], closing], come: "p01 e01 e04 e10 e19 e24 p08 p10" },
  { table: "DIS", convenor: "p01", day: -60, at: "14:30", title: "Seduta ordinaria", mode: "mixed", place: room, agenda: [opening, ["Liste d'attesa dei servizi diurni", 45, "discussion"], ["Scheda unica di accesso: bozza", 35, "decision"], closing], come: "p01 e01 e10 e15 e19 e24 p08" },
  { table: "ALZ", convenor: "p01", day: -180, at: "10:00", title: "Seduta ordinaria", mode: "in_person", place: room, agenda: [["Rete di sollievo: chi c'è e dove", 50, "discussion"], closing], come: "p01 e15 e16 e18 e20 p08 p09" },
  { table: "ALZ", convenor: "p01", day: -55, at: "10:00", title: "Seduta ordinaria", mode: "in_person", place: room, agenda: [opening, ["Sostegno notturno: che cosa manca", 40, "discussion"], closing], come: "p01 e15 e16 e18 e19 p08 p06" },
  { table: "DIP", convenor: "p01", day: -150, at: "11:00", title: "Assemblea degli aderenti", mode: "mixed", place: room, agenda: [["Scheda dati condivisa", 40, "discussion"], ["Segreteria del semestre", 20, "decision"], closing], come: "p01 e02 e06 e13 e21 p08 p10 p14" },
  { table: "DIP", convenor: "p01", day: -105, at: "11:00", title: "Assemblea degli aderenti", mode: "mixed", place: room, agenda: [opening, ["Unità di strada: copertura dei quartieri", 45, "discussion"], closing], come: "p01 e02 e06 e13 e21 e20 p08 p12" },
  { table: "DIP", convenor: "p01", day: -40, at: "11:00", title: "Assemblea degli aderenti", mode: "mixed", place: room, agenda: [opening, ["Prevenzione nelle scuole: proposta comune", 45, "decision"], closing], come: "p01 e06 e13 e21 p08 p10 p14 p04" },
  { table: "SM", convenor: "p01", day: -90, at: "09:30", title: "Seduta mensile", mode: "mixed", place: room, agenda: [["Un caso tipo: dal primo segnale al primo colloquio", 50, "discussion"], closing], come: "p01 e02 e03 e05 e11 e24 p03 p08 p09" },
  { table: "SM", convenor: "p01", day: -30, at: "09:30", title: "Seduta mensile", mode: "mixed", place: room, agenda: [opening, ["Segnalazione comune fra scuole e servizi", 45, "decision"], closing], come: "p01 e02 e03 e09 e11 e17 p03 p08 p13" },
  { table: "POL", convenor: "p01", day: -75, at: "15:00", title: "Seduta trimestrale", mode: "in_person", place: room, agenda: [["Esiti degli altri tavoli", 60, "information"], ["Indirizzi comuni", 45, "decision"], closing], come: "p01 e04 e18 e20 e21 p02 p03 p05 p08" },
  { table: "M4", convenor: "p06", day: -35, at: "17:00", title: "Passeggiata e riunione", mode: "in_person", place: "Sala pubblica del Municipio 4", agenda: [["Ciò che si è visto camminando", 30, "discussion"], ["Che cosa portare ai tavoli della città", 40, "discussion"]], come: "p06 e07 e08 e22 p05" },
];

/** Sessions ahead: convened, with some answers; announced; one moved, one cancelled. */
const ahead: Session[] = [
  { table: "DIS", convenor: "p01", day: 16, at: "14:30", title: "Seduta ordinaria", mode: "mixed", place: room, agenda: [opening, ["Liste d'attesa: i numeri dei tre Municipi", 40, "discussion", ["Proposta: regole chiare sui tempi di attesa dei servizi diurni", "Resoconto: il passaggio ai servizi per adulti"]], ["Scheda unica di accesso: testo da approvare", 30, "decision"], closing], come: "" },
  { table: "SM", convenor: "p01", day: 23, at: "09:30", title: "Seduta mensile", mode: "mixed", place: room, agenda: [opening, ["Sportelli nelle scuole: calendario comune", 40, "discussion"], closing], come: "" },
  { table: "M4", convenor: "p06", day: 20, at: "17:00", title: "Passeggiata e riunione", mode: "in_person", place: "Sala pubblica del Municipio 4", agenda: [["I cortili aperti: chi fa che cosa", 40, "discussion"]], come: "" },
  { table: "POL", convenor: "p01", day: 34, at: "15:00", title: "Seduta trimestrale", mode: "in_person", place: room, agenda: [opening, ["Proposte arrivate dai tavoli", 60, "discussion"]], come: "" },
];

const fieldsOf = (city: City, session: Session) => ({ title: session.title, startsAt: city.day(session.day, session.at), minutes: MINUTES, mode: session.mode, place: session.place, link: session.mode === "in_person" ? "" : "https://sala.demo.example/tavoli" });
export const slugOf: Record<string, string> = { POL: "sintesi-del-piano", ALZ: "alzheimer", SM: "salute-mentale", DIP: "dipendenze", DIS: "disabilita", M4: "laboratorio-municipio-4", M9: "laboratorio-municipio-9" };
export const code = ({ table, day }: Pick<Session, "table" | "day">) => `meeting:${table}${day}`;
export const MINUTES = 120;
export const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

async function prepare(city: City, session: Session, at: Date): Promise<string> {
  const ctx = await city.as(session.convenor, at);
  const { meetingId } = await planMeeting(ctx, slugOf[session.table] ?? "", fieldsOf(city, session));
  city.keep(code(session), meetingId);
  for (const [title, minutes, kind, documents = []] of session.agenda) {
    const [documentId, ...moreDocumentIds] = documents.map((each) => city.id(`document:${texts.findIndex((text) => text.title === each)}`));
    await addPoint(ctx, meetingId, { title, minutes, kind, documentId, moreDocumentIds });
  }
  return meetingId;
}

async function call(city: City, session: Session, at: Date): Promise<void> {
  const ctx = await city.as(session.convenor, at);
  const id = await prepare(city, session, at);
  await conveneMeeting(ctx, id, { revision: (await findMeeting(ctx, id)).meeting.revision });
}

/** What happens on the day: people arrive, the session opens and closes; each act at its own instant. */
function hold(city: City, session: Session): Event[] {
  const start = city.day(session.day, session.at);
  const id = () => city.id(code(session));
  const act = (minutes: number, tell: Event["tell"]): Event => ({ at: later(start, minutes), tell });
  return [
    ...session.come.split(" ").map((who, i) =>
      act(-10 + i, async (at) => {
        await arriveAt(await city.as(who, at), id(), { remote: session.mode === "mixed" && i % 3 === 2 });
      }),
    ),
    act(5, async (at) => openSession(await city.as(session.convenor, at), id(), {})),
    act(MINUTES, async (at) => closeSession(await city.as(session.convenor, at), id())),
  ];
}

/** The tables meet, through the use-cases with which people would have met. */
export function meetingsStory(city: City): Event[] {
  const held = sessions.flatMap((session): Event[] => [
    { at: city.day(session.day - 21, "12:00"), tell: (at) => call(city, session, at) },
    ...hold(city, session),
  ]);
  const [dis, sm, m4, pol] = ahead as [Session, Session, Session, Session];
  const id = (session: Session) => city.id(code(session));
  const coming: Event[] = [
    { at: city.day(-9, "08:30"), tell: (at) => call(city, dis, at) },
    { at: city.day(-5, "09:00"), tell: async (at) => answerCall(await city.as("e01", at), id(dis), { answer: "coming" }) },
    { at: city.day(-5, "10:00"), tell: async (at) => answerCall(await city.as("p08", at), id(dis), { answer: "absent", note: "Riunione regionale" }) },
    { at: city.day(-4, "11:00"), tell: async (at) => void (await proposePoint(await city.as("e24", at), id(dis), { title: "Palestre accessibili", text: "Tre palestre hanno tolto le barriere: proponiamo un elenco comune da aggiornare insieme.", minutes: 15 })) },
    {
      at: city.day(-3, "11:00"),
      tell: async (at) => {
        city.keep("proposal:e15", (await proposePoint(await city.as("e15", at), id(dis), { title: "Volontari in affiancamento", text: "Chi accompagna ha bisogno di un referente in ogni servizio diurno.", minutes: 15 })).proposalId);
      },
    },
    {
      at: city.day(-3, "15:00"),
      tell: async (at) => {
        await answerProposal(await city.as("p01", at), id(dis), city.id("proposal:e15"), { outcome: "declined", reason: "Ne parla prima il gruppo ristretto: torna alla seduta dopo con una proposta scritta." });
      },
    },
    { at: city.day(-5, "15:00"), tell: (at) => call(city, sm, at) },
    {
      at: city.day(-2, "16:30"),
      tell: async (at) => {
        const ctx = await city.as("p01", at);
        const { meeting } = await findMeeting(ctx, id(sm));
        await correctMeeting(ctx, id(sm), { ...fieldsOf(city, { ...sm, at: "11:00" }), revision: meeting.revision, reason: "La sala si libera alle 11: stesso giorno, un'ora e mezza dopo." });
      },
    },
    { at: city.day(-4, "16:00"), tell: (at) => call(city, m4, at) },
    { at: city.day(-1, "10:00"), tell: async (at) => cancelMeeting(await city.as("p06", at), id(m4), { reason: "La sala pubblica è chiusa per lavori: nuova data al più presto." }) },
    {
      at: city.day(-8, "10:00"),
      tell: async (at) => {
        await prepare(city, pol, at);
        await announceMeeting(await city.as("p01", at), id(pol));
      },
    },
  ];
  return [...held, ...coming];
}
