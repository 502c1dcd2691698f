// SPDX-License-Identifier: AGPL-3.0-or-later
/** Which pages, feeds, files and answers of the interface open for whom; and where each thing that is not for everybody may be read. */
import type { Thing } from "./city";

const everyone = "stranger observer member president coordinator office municipio administrator";
const atTable = "observer member president coordinator office municipio administrator";
const inside = "observer member coordinator administrator";
const orders = "office municipio administrator";

/** Who gets an answer at each address of the site map; whoever is not named is sent to sign in, refused, or told that there is no such thing. */
export const opens: Record<string, string> = {
  ...forAll(`nobody ${everyone}`, [
    "/", "registro", "enti", "enti/:slug", "enti/:slug/reti", "enti/esporta/:file", "enti/rappresenta", "tavoli", "tavoli/:slug", "tavoli/:slug/membri", "tavoli/:slug/regole", "tavoli/:slug/rappresentanza",
    "tavoli/:slug/storia", "tavoli/:slug/incontri", "tavoli/:slug/indirizzi", "tavoli/:slug/indirizzi/:number", "piano/indirizzi", "piano/indirizzi/:file", "tavoli/:slug/verbali", "rete", "riordino", "incontri", "incontri/:id", "laboratori", "laboratori/quadro", "laboratori/:id", "laboratori/:id/iscrizione",
    "municipi", "municipi/:number", "incontri/calendario.ics", "tavoli/:slug/incontri.ics", "incontri/:id/incontro.ics",
    "api/v1/stato", "api/v1/openapi.json", "api/v1/registro", "api/v1/tavoli", "api/v1/tavoli/:slug", "api/v1/enti", "api/v1/enti/:slug", "api/v1/procedimenti", "api/v1/indirizzi",
    // whoever holds the secret address, as for the letter that carries it
    "calendario/:token/incontri.ics", "laboratori/iscrizioni/:secret",
  ]),
  // nothing is there in this city: no plan, no published minutes
  ...forAll("", ["api/v1/piano", "api/v1/*", "verbali/:id"]),
  ...forAll(everyone, ["tavoli/:slug/questioni", "tavoli/:slug/conflitti", "questioni", "mappatura", "tavoli/:slug/adesione", "incontri/monitoraggio", "incontri/monitoraggio/:file", "incontri/miei"]),
  ...forAll("office administrator", ["enti/nuovo", "enti/importa", "enti/importa/:id", "enti/verifiche", "municipi/nil"]),
  ...forAll("president office administrator", ["enti/richieste/:id", "enti/:slug/contatti", "enti/:slug/modifica"]),
  "enti/richieste": "stranger president office administrator",
  "enti/:slug/interessi": "member president office administrator",
  ...forAll("member president office administrator", ["enti/:slug/persone", "enti/:slug/persone/:affiliationId", "enti/:slug/persone/:affiliationId/:file", "enti/atti/:file"]),
  ...forAll("member president coordinator administrator", ["tavoli/:slug/membri/seggi/:seatId/mandati/:mandateId", "tavoli/:slug/membri/seggi/:seatId/mandati/:mandateId/:file"]),
  ...forAll(orders, ["tavoli/nuovo", "tavoli/:slug/formalizzazione", "rete/sovrapposizioni", "riordino/:id", "municipi/:number/raccordi", "raccordi/:id"]),
  ...forAll("coordinator administrator", ["tavoli/:slug/modifica", "tavoli/:slug/membri/gestisci", "tavoli/:slug/regole/modifica", "tavoli/:slug/costituzione", "tavoli/:slug/interessi", "tavoli/:slug/adesioni", "incontri/:id/convocazioni"]),
  ...forAll("coordinator", ["tavoli/:slug/indirizzi/nuovo", "tavoli/:slug/indirizzi/:number/modifica"]),
  "tavoli/:slug/conflitti/nuovo": "observer member coordinator office municipio",
  "tavoli/:slug/membri/seggi/:seatId": "president coordinator administrator",
  "tavoli/:slug/adesioni/:id": "stranger coordinator administrator",
  ...forAll("observer member coordinator", ["tavoli/:slug/questioni/nuova", "incontri/:id/proponi"]),
  ...forAll("coordinator office municipio administrator", ["mappatura/:id", "mappatura/:id/:file", "mappatura/schede/:id"]),
  ...forAll(atTable, ["questioni/:id", "conflitti/:id", "tavoli/:slug/impegni", "tavoli/:slug/impegni/:id"]),
  ...forAll("coordinator", [
    "tavoli/:slug/incontri/nuovo", "tavoli/:slug/incontri/programma", "tavoli/:slug/incontri/date", "tavoli/:slug/decadenze",
    "incontri/:id/ordine-del-giorno", "incontri/:id/convoca", "incontri/:id/modifica", "incontri/:id/annulla",
  ]),
  ...forAll(inside, ["incontri/:id/verbale", "incontri/:id/fascicolo.pdf", "incontri/:id/decisioni", "incontri/:id/decisioni/:decisionId", "incontri/:id/presenze", "incontri/date/:id"]),
  ...forAll("office municipio", ["laboratori/nuovo", "laboratori/temi"]),
  ...forAll("municipio", ["laboratori/:id/modifica", "laboratori/:id/presenze", "laboratori/:id/sintesi", "municipi/:number/realta"]),
};

/** Who reads each thing somewhere, whatever the surface: a page, a list narrowed by words, a feed, a file, the interface. Nobody else, nowhere. */
export const readers: Record<Thing, string> = {
  sensitiveName: "observer member president coordinator office administrator",
  plainName: "observer member president coordinator office administrator",
  tableContact: "observer member president coordinator office administrator",
  registryContact: "member president office administrator",
  delegation: "member president office administrator",
  mandateAct: "member president coordinator administrator",
  check: "president office administrator",
  claim: "president office administrator",
  invited: "president office administrator",
  item: atTable,
  policyConflict: atTable,
  draftGuideline: "coordinator",
  // what a third-sector body says of an indirizzo is for who sits at the table, and for the body itself
  guidelineAnswer: "observer member president coordinator office municipio administrator",
  mapping: "coordinator office municipio administrator",
  draftOrder: orders,
  joinMotive: "stranger coordinator administrator",
  draftMeeting: "coordinator administrator",
  sensitiveMeeting: inside,
  sensitivePoint: inside,
  needs: "member coordinator",
  proposal: "member coordinator",
  conflict: "member coordinator",
  interest: "member president coordinator office administrator",
  commitment: atTable,
  decision: inside,
  poll: inside,
  document: "observer member coordinator",
  draftWorkshop: "municipio",
  registered: "municipio",
  element: orders,
};

function forAll(who: string, paths: string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, who]));
}
