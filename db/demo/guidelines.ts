// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the policy table asks of the city: an indirizzo in three versions, one born of a question, one with an answer overdue. */
import { actionsOf, addTarget, answerGuideline, draftGuideline, findGuideline, followGuideline, issueGuideline, recordPlanChange, reviseGuideline } from "~/plan/index.server";
import { toRomeDay } from "~/web/time";
import type { City, Event } from "./city";
import { ownerOf } from "./seats";

const SLUG = "sintesi-del-piano";

type Said = { title: string; text: string; reason: string; act: string; answerBy?: number; tables?: string; bodies?: string; actors?: ("third_sector" | "comune" | "districts" | "health")[]; item?: string };
type Reply = { day: number; by: string; table?: string; body?: string; family?: "third_sector"; answer: "noted" | "taken_on" | "partly" | "cannot"; text: string };
type DemoGuideline = { number: number; versions: (Said & { day: number })[]; strategies: string; replies: Reply[]; followedBy: { day: number; body: string; action: string }[]; change?: { day: number; objective: string; note: string } };

const evenings: Said = {
  title: "Spazi di quartiere aperti anche la sera",
  text: "Ogni Municipio tiene un elenco pubblico delle sale che si possono usare e di chi le apre.",
  reason: "Nei laboratori di quartiere i gruppi raccontano che le sale ci sono e che quasi nessuno sa come chiederle.",
  act: "Seduta di avvio del tavolo",
  bodies: "p06 p07",
};

const guidelines: DemoGuideline[] = [
  {
    number: 1,
    versions: [
      { ...evenings, day: -170 },
      { ...evenings, day: -110, act: "Seduta trimestrale di autunno", text: `${evenings.text} L'elenco dice anche gli orari e il costo.`, tables: "M4 M9" },
      { ...evenings, day: -24, act: "Seduta trimestrale, punto sugli spazi", text: `${evenings.text} L'elenco dice anche gli orari. In ogni Municipio almeno una sala resta aperta due sere la settimana, senza costo per i gruppi informali.`, tables: "M4 M9", actors: ["third_sector"], answerBy: 20 },
    ],
    strategies: "5.1.O1.S1 5.1.O2.S2",
    replies: [
      { day: -12, by: "p06", table: "M4", answer: "taken_on", text: "La sala grande resta aperta il martedì e il giovedì fino alle ventidue, da subito." },
      { day: -10, by: "p06", body: "p06", answer: "taken_on", text: "L'elenco delle sale è sul sito del Municipio; gli orari serali si aggiungono questo mese." },
      { day: -8, by: "e12", family: "third_sector", answer: "partly", text: "Apriamo l'orto la sera da aprile a ottobre; d'inverno non abbiamo luce." },
    ],
    followedBy: [{ day: -20, body: "e12", action: "Un orto, quattro chiavi" }, { day: -19, body: "e07", action: "La mappa della merenda" }],
    change: { day: -15, objective: "5.1.O2", note: "La verifica annuale dell'obiettivo conta anche le sere di apertura." },
  },
  {
    number: 2,
    versions: [{
      day: -150,
      title: "Tirocini della durata che serve", text: "I tirocini durano sei mesi dove l'ente ospitante può affiancare un tutore, quattro negli altri casi. Prima di interromperne uno si sentono la persona e l'ente che la segue.",
      reason: "Tre mesi non bastano per imparare un mestiere; non tutti gli enti, però, hanno chi possa fare da tutore.", act: "Seduta straordinaria sul lavoro", tables: "DIP SM", bodies: "p04", actors: ["third_sector"], answerBy: -100, item: "Tirocini più lunghi",
    }],
    strategies: "5.2.O3.S2",
    replies: [
      { day: -130, by: "p01", table: "DIP", answer: "taken_on", text: "Vale per tutti i tirocini che partono da ora." },
      { day: -128, by: "p01", table: "SM", answer: "partly", text: "Sei mesi per chi inizia; i tirocini in corso finiscono con la durata già concordata." },
      { day: -120, by: "p04", body: "p04", answer: "taken_on", text: "La convenzione tipo è aggiornata con le due durate." },
    ],
    followedBy: [{ day: -118, body: "e02", action: "Turni di prova al panificio" }],
  },
  {
    number: 3,
    versions: [{
      day: -48,
      title: "Ore di sollievo con un minimo uguale in tutta la città", text: "A chi assiste una persona non autosufficiente si assicura un minimo di ore di sollievo al mese, uguale in ogni Municipio. Chi ne offre di più continua a farlo.",
      reason: "Dal monitoraggio le ore cambiano molto da un quartiere all'altro, senza un motivo che riguardi il bisogno.", act: "Seduta trimestrale, punto sul sollievo", tables: "ALZ DIS", bodies: "p08", answerBy: -6,
    }],
    strategies: "5.2.O1.S1 5.2.O1.S2",
    replies: [{ day: -20, by: "p01", table: "ALZ", answer: "partly", text: "Il minimo c'è per chi è già seguito; per le nuove domande serve prima l'elenco unico." }],
    followedBy: [{ day: -30, body: "e18", action: "L'elenco del sollievo" }, { day: -22, body: "e16", action: "Una notte alla settimana" }],
  },
];

/** The Direzione that coordinates the policy table drafts and issues; whoever receives says what they do. */
export function guidelinesStory(city: City): Event[] {
  return guidelines.flatMap(({ number, versions, strategies, replies, followedBy, change }): Event[] => {
    const issued = versions.map(({ day, ...said }, i): Event => ({
      at: city.day(day, "12:30"),
      tell: async (now) => {
        const ctx = await city.as(ownerOf("POL"), now);
        const fields = fieldsOf(city, said, now);
        if (i === 0) await draftGuideline(ctx, SLUG, fields);
        else await reviseGuideline(ctx, SLUG, number, fields);
        if (i === 0) for (const code of strategies.split(" ")) await addTarget(ctx, SLUG, number, { part: `strategy:${city.id(`strategy:${code}`)}` });
        await issueGuideline(ctx, SLUG, number, { revision: 1 });
      },
    }));
    const answered = replies.map((reply): Event => ({ at: city.day(reply.day, "15:40"), tell: async (now) => answer(city, number, reply, now) }));
    const following = followedBy.map(({ day, body, action }): Event => ({
      at: city.day(day, "17:10"),
      tell: async (now) => {
        const ctx = await city.as(body, now);
        const declared = (await actionsOf(ctx, city.id(`body:${body}`))).find(({ title }) => title === action);
        if (declared) await followGuideline(ctx, declared.id, { guidelineId: (await ours(city, number, now)).id });
      },
    }));
    const changed: Event[] = change ? [{ at: city.day(change.day, "11:15"), tell: async (now) => recordPlanChange(await city.as(ownerOf("POL"), now), SLUG, number, { part: `objective:${city.id(`objective:${change.objective}`)}`, note: change.note }) }] : [];
    return [...issued, ...answered, ...following, ...changed];
  });
}

const codes = (words = "") => words.split(" ").filter(Boolean);

function fieldsOf(city: City, { title, text, reason, act, answerBy, tables, bodies, actors = [], item }: Said, now: Date) {
  return {
    title, text, reason, act, decisionId: "", effectiveOn: toRomeDay(now), answerBy: answerBy === undefined ? "" : toRomeDay(city.day(answerBy)),
    tables: codes(tables).map((code) => city.id(`table:${code}`)), bodies: codes(bodies).map((code) => city.id(`body:${code}`)), actors, itemId: item ? city.id(`item:${item}`) : "",
  };
}

const ours = (city: City, number: number, now: Date) => findGuideline({ db: city.db, actor: null, now }, { id: city.id("table:POL") }, number);

async function answer(city: City, number: number, { by, table, body, family, answer: says, text }: Reply, now: Date): Promise<void> {
  const { current } = await ours(city, number, now);
  const addressee = current?.addressees.find(({ tableId, organisationId, actors }) => (table ? tableId === city.id(`table:${table}`) : body ? organisationId === city.id(`body:${body}`) : actors === family));
  if (addressee) await answerGuideline(await city.as(by, now), SLUG, number, { addresseeId: addressee.id, answer: says, text });
}
