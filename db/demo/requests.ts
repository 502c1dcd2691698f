// SPDX-License-Identifier: AGPL-3.0-or-later
import { answerJoinRequest, askToJoin } from "~/tables/index.server";
import type { City, Event } from "./city";

type Request = {
  table: string;
  body: string;
  /** Days from today. */
  asked: number;
  motivation: string;
  answer?: { days: number; outcome: "accepted" | "refused"; reason: string; role?: "member" | "observer" };
};

const requests: Request[] = [
  {
    table: "DIS", body: "e09", asked: -75,
    motivation: "Facciamo teatro con persone con e senza disabilità: possiamo portare al gruppo sul tempo libero luoghi, date e qualche prova aperta.",
    answer: { days: -68, outcome: "accepted", role: "observer", reason: "Il gruppo sul tempo libero cercava proprio questa voce: per sei mesi come osservatore." },
  },
  {
    table: "DIS", body: "e25", asked: -52,
    motivation: "Vorremmo conoscere il tavolo per capire se possiamo aiutare le famiglie straniere con una persona con disabilità.",
    answer: { days: -45, outcome: "refused", reason: "Il tavolo raccoglie chi gestisce servizi o rappresenta famiglie. Invitiamo l'associazione al prossimo incontro aperto, in cui il tema della lingua è all'ordine del giorno." },
  },
  { table: "ALZ", body: "e08", asked: -6, motivation: "Nei cortili incontriamo ogni giorno chi assiste un genitore: possiamo segnalare bisogni e offrire due sale per gli incontri." },
  { table: "SM", body: "e06", asked: -3, motivation: "Seguiamo persone in uscita dal carcere che hanno bisogno di cure: ci serve un modo comune di fare la prima segnalazione." },
];

/** Bodies ask for a seat; the coordinator accepts, refuses with a reason, or has still to answer. */
export function requestsStory(city: City): Event[] {
  return requests.flatMap(({ table, body, asked, motivation, answer }): Event[] => {
    const code = `request:${table}/${body}`;
    const ask: Event = {
      at: city.day(asked, "17:45"),
      tell: async (at) => {
        const { requestId } = await askToJoin(await city.as(body, at), { tableId: city.id(`table:${table}`), motivation });
        city.keep(code, requestId);
      },
    };
    if (!answer) return [ask];
    const { days, ...words } = answer;
    const answered: Event = {
      at: city.day(days, "09:30"),
      tell: async (at) => {
        await answerJoinRequest(await city.as("p01", at), { requestId: city.id(code), titular: true, ...words });
      },
    };
    return [ask, answered];
  });
}
