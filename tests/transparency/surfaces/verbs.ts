// SPDX-License-Identifier: AGPL-3.0-or-later
import type { City, Role } from "./city";

type Form = Record<string, string>;
type Verb = { /** Who may, by name. */ who: string; form: (city: City) => Form };

const registry = "office administrator";
const orders = "office municipio administrator";
const inside = "observer member coordinator";
const everyone = "stranger observer member president coordinator office municipio administrator";

const may = (who: string, form: (city: City) => Form = () => ({})): Verb => ({ who, form });
const does = (field: "do" | "intent", name: string, who: string, more: (city: City) => Form = () => ({})): Verb => ({ who, form: (city) => ({ [field]: name, ...more(city) }) });

/**
 * Everything that can be done through the pages: address, verb, who may, and what a form says that does it. Where a form that says too
 * little is refused to whoever may not and corrected for whoever may, it says too little: so the city stays as it is while all try.
 */
export const verbs: Record<string, Record<string, Verb>> = {
  "enti/nuovo": { register: may(registry) },
  "enti/importa": { upload: may(registry) },
  "enti/importa/:id": { confirm: may(registry, () => ({ accept: "nobody" })), discard: does("do", "discard", registry) },
  "enti/verifiche": { check: may(registry, ({ seated }) => ({ organisationId: seated.id })) },
  "enti/rappresenta": { ask: may(everyone) },
  "enti/richieste/:id": { answer: may("president office administrator"), withdraw: does("do", "withdraw", "") },
  "enti/:slug/contatti": { add: may("president office administrator"), remove: may("president office administrator", () => ({ remove: "none" })) },
  "enti/:slug/reti": { join: may(registry), leave: may(registry, () => ({ leave: "none" })) },
  "enti/:slug/modifica": { update: may("president office administrator", () => ({ name: "" })) },
  "enti/:slug/interessi": { declare: may("member president"), end: may("member president", () => ({ end: "none" })) },
  "enti/:slug/persone": {
    invite: may("president office administrator", () => ({ capacity: "delegate", roleLabel: "Delegata", "powers[]": "read", email: "nuova@persona.example" })),
    withdraw: may("president office administrator", ({ invitationId }) => ({ withdraw: invitationId })),
    end: may("president office administrator", ({ affiliationId }) => ({ affiliationId, reason: "Fine dell'incarico" })),
  },
  // without a file: whoever may is told that it is missing
  "enti/:slug/persone/:affiliationId": { attach: may("president office administrator") },
  "tavoli/:slug/membri/seggi/:seatId/mandati/:mandateId": { attach: may("president coordinator administrator") },
  "tavoli/nuovo": { create: may(orders) },
  "tavoli/:slug/modifica": { update: may("coordinator administrator") },
  "tavoli/:slug/membri/gestisci": { seat: may("coordinator administrator", ({ watching }) => ({ organisationId: watching.id, role: "observer", basis: "Ammissione di prova" })) },
  "tavoli/:slug/regole": { tag: may(orders) },
  "tavoli/:slug/regole/modifica": { adopt: may("coordinator administrator") },
  "tavoli/:slug/questioni/nuova": { raise: may(inside) },
  "questioni/:id": { step: may("coordinator", () => ({ step: "discuss" })) },
  "tavoli/:slug/indirizzi/nuovo": { draft: may("coordinator") },
  "tavoli/:slug/indirizzi/:number/modifica": { revise: may("coordinator") },
  "tavoli/:slug/indirizzi/:number": {
    answer: may("coordinator", ({ addresseeId }) => ({ addresseeId, answer: "noted" })),
    ...Object.fromEntries(["target", "change"].map((name) => [name, does("do", name, "coordinator office administrator")])),
    untarget: does("do", "untarget", "coordinator office administrator", () => ({ targetId: "none" })),
    issue: does("do", "issue", "coordinator"),
    withdraw: does("do", "withdraw", "coordinator"),
    discard: does("do", "discard", "coordinator"),
  },
  "tavoli/:slug/conflitti/nuovo": { raise: may("observer member coordinator office municipio") },
  "conflitti/:id": { resolve: may("coordinator"), reopen: does("do", "reopen", "coordinator") },
  "tavoli/:slug/rappresentanza": { check: may("coordinator administrator"), decide: may("coordinator administrator", () => ({ taskId: "none" })) },
  "tavoli/:slug/formalizzazione": { resolve: may(orders) },
  "rete/sovrapposizioni": { dismiss: may(orders), joint: does("do", "joint", orders) },
  riordino: { begin: may(orders) },
  "riordino/:id": {
    add: may(orders, ({ plain }) => ({ kind: "close", tableId: plain.id, reason: "Non serve più a nessuno" })),
    remove: does("do", "remove", orders, () => ({ index: "9" })),
    open: does("do", "open", orders),
    approve: does("do", "approve", orders),
    // a draft is commented by nobody; who comments an open proposal is in the matrix of tables
    comment: does("do", "comment", "", () => ({ text: "Siamo d'accordo." })),
    withdraw: does("do", "withdraw", orders),
  },
  mappatura: { open: may(orders) },
  "mappatura/schede/:id": { fill: may("coordinator"), send: does("do", "send", "coordinator"), apply: does("do", "apply", orders) },
  "mappatura/:id": { add: may("coordinator"), close: does("do", "close", orders) },
  "tavoli/:slug/adesioni/:id": { answer: may("coordinator", () => ({ outcome: "refused", reason: "Non adesso: il tavolo si riordina in autunno." })) },
  "tavoli/:slug/adesione": {
    withdraw: does("intent", "withdraw", "stranger", ({ requestId }) => ({ requestId })),
    ask: may("stranger office municipio", () => ({ motivation: "Lavoriamo da anni nel quartiere." })),
  },
  "tavoli/:slug/incontri/nuovo": { plan: may("coordinator") },
  "tavoli/:slug/incontri/programma": { plan: may("coordinator") },
  "tavoli/:slug/incontri/date": { ask: may("coordinator") },
  "tavoli/:slug/decadenze": { decide: may("coordinator") },
  "tavoli/:slug/impegni": { record: may("coordinator") },
  "tavoli/:slug/impegni/:id": { step: may("member president coordinator", () => ({ step: "note", note: "A buon punto." })) },
  "incontri/miei": { open: does("intent", "none", everyone), revoke: does("intent", "revoke", "member", ({ feedId }) => ({ feedId })) },
  "incontri/:id": {
    announce: does("intent", "announce", "coordinator"),
    reply: does("intent", "reply", inside),
    needs: does("intent", "needs", inside),
    withdraw: does("intent", "withdraw", "member president", ({ proposalId }) => ({ proposalId })),
  },
  "incontri/:id/ordine-del-giorno": Object.fromEntries(["add", "usual", "edit", "up", "down", "off", "answer", "take"].map((name) => [name, does("intent", name, "coordinator")])),
  "incontri/:id/proponi": { propose: may(inside) },
  "incontri/:id/convoca": { convene: may("coordinator") },
  "incontri/:id/modifica": { change: may("coordinator") },
  "incontri/:id/annulla": { cancel: may("coordinator") },
  "incontri/:id/decisioni": { put: may("coordinator", ({ pointId }) => ({ agendaItemId: pointId, text: "Una seconda decisione.", method: "vote" })) },
  "incontri/:id/decisioni/:decisionId": {
    vote: does("do", "vote", "member coordinator", () => ({ choice: "for" })),
    reserve: does("do", "reserve", "member coordinator", () => ({ kind: "reserve", reason: "Ci riserviamo." })),
    withdraw: does("do", "withdraw", "coordinator", () => ({ reason: "Da rivedere" })),
    close: does("do", "close", "coordinator"),
  },
  "incontri/:id/verbale": {
    begin: does("do", "begin", "coordinator"),
    circulate: does("do", "circulate", "coordinator"),
    ...Object.fromEntries(["recall", "amend", "answer", "withdraw", "approve", "seal", "publish", "correct"].map((name) => [name, does("do", name, "coordinator", () => ({ reason: "Per provare" }))])),
  },
  "incontri/:id/presenze": {
    arrive: does("intent", "arrive", inside),
    declare: does("intent", "declare", inside, ({ pointId }) => ({ agendaItemId: pointId, interest: "Un interesse di prova" })),
    "withdraw-conflict": does("intent", "withdraw-conflict", "member president", ({ declarationId }) => ({ declarationId })),
    "withdraw-record": does("intent", "withdraw-record", "coordinator", ({ declarationId }) => ({ declarationId, reason: "Era di un altro ente" })),
    extend: does("intent", "extend", "coordinator", ({ presenceId }) => ({ attendanceId: presenceId, reason: "La nomina arriva" })),
    leave: does("intent", "leave", "member coordinator", ({ presenceId }) => ({ attendanceId: presenceId })),
    open: does("intent", "open", "coordinator"),
    close: does("intent", "close", "coordinator"),
  },
  "incontri/date/:id": { answer: may(inside), choose: does("intent", "choose", "coordinator", () => ({ optionId: "none" })) },
  "laboratori/nuovo": { draft: may("office municipio") },
  "laboratori/temi": { add: may("office municipio"), retire: may("office municipio", () => ({ themeId: "none" })) },
  "laboratori/:id": { cancel: may("municipio"), publish: does("do", "publish", "municipio") },
  "laboratori/:id/iscrizione": { register: may(`nobody ${everyone}`) },
  "laboratori/iscrizioni/:secret": { confirm: may(`nobody ${everyone}`), cancel: does("do", "cancel", `nobody ${everyone}`) },
  "laboratori/:id/modifica": { change: may("municipio") },
  "laboratori/:id/presenze": { record: may("municipio") },
  "laboratori/:id/sintesi": { write: may("municipio"), publish: does("do", "publish", "municipio") },
  "municipi/nil": { read: may(registry), confirm: does("do", "confirm", registry) },
  "municipi/:number/realta": { enter: may("municipio"), ...Object.fromEntries(["keep", "remove", "neighbourhood"].map((name) => [name, does("do", name, "municipio")])) },
  "municipi/:number/raccordi": { plan: may("municipio") },
  "raccordi/:id": {
    add: may("municipio"),
    keep: does("do", "keep", "municipio", ({ elementId }) => ({ elementId, reason: "Se ne occupa il Municipio." })),
    bring: does("do", "bring", "municipio", ({ elementId, plain }) => ({ elementId, tableId: plain.id })),
  },
  // last: after these the body sits there no more
  "tavoli/:slug/membri/seggi/:seatId": {
    mandate: may("president coordinator administrator", ({ affiliationId }) => ({ affiliationId, capacity: "deputy" })),
    "end-mandate": does("intent", "end-mandate", "president coordinator administrator", ({ mandateId }) => ({ mandateId })),
    "end-seat": does("intent", "end-seat", "coordinator administrator", () => ({ reason: "Non partecipa più" })),
  },
};

/** Who may, as a list. */
export const listed = (who: string): Role[] => who.split(" ").filter(Boolean) as Role[];
