// SPDX-License-Identifier: AGPL-3.0-or-later
import type { City } from "./city";

/** Where each address of the site map leads in this city; those that share a parameter share its value. */
const particular: Record<string, (city: City) => string> = {
  "enti/importa/:id": ({ importId }) => `enti/importa/${importId}`,
  "enti/esporta/:file": () => "enti/esporta/runts.csv",
  "enti/:slug/reti": ({ network }) => `enti/${network.slug}/reti`,
  "enti/:slug/persone/:affiliationId": ({ seated, affiliationId }) => `enti/${seated.slug}/persone/${affiliationId}`,
  "enti/:slug/persone/:affiliationId/:file": ({ seated, affiliationId, delegationId }) => `enti/${seated.slug}/persone/${affiliationId}/${delegationId}`,
  "enti/atti/:file": ({ broughtId }) => `enti/atti/${broughtId}`,
  "tavoli/:slug/membri/seggi/:seatId/mandati/:mandateId": ({ plain, seatId, mandateId }) => `tavoli/${plain.slug}/membri/seggi/${seatId}/mandati/${mandateId}`,
  "tavoli/:slug/membri/seggi/:seatId/mandati/:mandateId/:file": ({ plain, seatId, mandateId, mandateActId }) => `tavoli/${plain.slug}/membri/seggi/${seatId}/mandati/${mandateId}/${mandateActId}`,
  "enti/richieste/:id": ({ claimId }) => `enti/richieste/${claimId}`,
  "tavoli/:slug/membri/seggi/:seatId": ({ plain, seatId }) => `tavoli/${plain.slug}/membri/seggi/${seatId}`,
  "tavoli/:slug/adesioni/:id": ({ plain, requestId }) => `tavoli/${plain.slug}/adesioni/${requestId}`,
  "tavoli/:slug/impegni/:id": ({ plain, commitmentId }) => `tavoli/${plain.slug}/impegni/${commitmentId}`,
  "riordino/:id": ({ draftId }) => `riordino/${draftId}`,
  "mappatura/:id": ({ campaignId }) => `mappatura/${campaignId}`,
  "mappatura/:id/:file": ({ campaignId }) => `mappatura/${campaignId}/mappa.csv`,
  "mappatura/schede/:id": ({ formId }) => `mappatura/schede/${formId}`,
  "tavoli/:slug/indirizzi": ({ policy }) => `tavoli/${policy.slug}/indirizzi`,
  "tavoli/:slug/indirizzi/nuovo": ({ policy, conflictId }) => `tavoli/${policy.slug}/indirizzi/nuovo?questione=${conflictId}`,
  "tavoli/:slug/indirizzi/:number": ({ policy }) => `tavoli/${policy.slug}/indirizzi/1`,
  "tavoli/:slug/indirizzi/:number/modifica": ({ policy }) => `tavoli/${policy.slug}/indirizzi/1/modifica`,
  "tavoli/:slug/conflitti": ({ policy }) => `tavoli/${policy.slug}/conflitti`,
  "tavoli/:slug/conflitti/nuovo": ({ policy }) => `tavoli/${policy.slug}/conflitti/nuovo`,
  "conflitti/:id": ({ conflictId }) => `conflitti/${conflictId}`,
  "piano/indirizzi/:file": () => "piano/indirizzi/indirizzi.csv",
  "questioni/:id": ({ itemId }) => `questioni/${itemId}`,
  "incontri/monitoraggio/:file": () => "incontri/monitoraggio/griglia.xlsx",
  "verbali/:id": ({ minutesId }) => `verbali/${minutesId}`,
  "incontri/:id/decisioni/:decisionId": ({ session, decisionId }) => `incontri/${session}/decisioni/${decisionId}`,
  "incontri/:id/decisioni": ({ session }) => `incontri/${session}/decisioni`,
  "incontri/:id/verbale": ({ session }) => `incontri/${session}/verbale`,
  "incontri/:id/presenze": ({ session }) => `incontri/${session}/presenze`,
  "incontri/date/:id": ({ pollId }) => `incontri/date/${pollId}`,
  "calendario/:token/incontri.ics": ({ token }) => `calendario/${token}/incontri.ics`,
  "laboratori/iscrizioni/:secret": ({ secret }) => `laboratori/iscrizioni/${secret}`,
  "raccordi/:id": ({ liaisonId }) => `raccordi/${liaisonId}`,
};

const bySection: Record<string, (city: City) => Record<string, string>> = {
  enti: ({ seated }) => ({ slug: seated.slug }),
  tavoli: ({ plain }) => ({ slug: plain.slug }),
  incontri: ({ meetingId }) => ({ id: meetingId }),
  laboratori: ({ workshopId }) => ({ id: workshopId }),
  municipi: () => ({ number: "8" }),
};

/** The address of a row of the site map. Throws for a row that nobody has said how to reach. */
export function addressOf(path: string, city: City): string {
  const own = particular[path];
  if (own) return own(city);
  if (path.startsWith("api/v1/")) return path.replace(":slug", path.includes("enti") ? city.seated.slug : city.plain.slug).replace("*", "altro");
  const values = bySection[path.split("/")[0] ?? ""]?.(city) ?? {};
  const address = path === "/" ? "" : path.replace(/:(\w+)/g, (_all, name: string) => values[name] ?? `:${name}`);
  if (address.includes(":")) throw new Error(`Say how to reach ${path}`);
  return address;
}
