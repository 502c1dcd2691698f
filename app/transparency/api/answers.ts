// SPDX-License-Identifier: AGPL-3.0-or-later
import { states as procedureStates, kinds as procedureKinds } from "~/procedures";
import { actionStates } from "~/plan";
import { etsCategories, organisationKinds, runtsSections } from "~/registry";
import { formalStatuses, seatKinds, seatRoles, tableLevels } from "~/tables";
import { publicActs } from "~/journal";

export type Schema = Record<string, unknown>;
export const text: Schema = { type: "string" };
export const uri: Schema = { type: "string", format: "uri" };
const instant: Schema = { type: "string", format: "date-time" };
const day: Schema = { type: "string", format: "date" };
const whole: Schema = { type: "integer", format: "int64" };
const hash: Schema = { type: "string", pattern: "^[0-9a-f]{64}$" };
const maybe = (schema: Schema): Schema => ({ ...schema, nullable: true });
const list = (items: Schema): Schema => ({ type: "array", items });
export const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({ type: "object", properties, required });
const oneOf = (values: readonly string[]): Schema => ({ type: "string", enum: values });

const head = object({ numero: whole, istante: instant, impronta: hash });
const act = object(
  {
    numero: whole, riservato: { type: "boolean" }, istante: instant, atto: text, oggetto: text,
    ente: maybe(object({ nome: text, uri })), qualita: maybe(text), frase: text, improntaPrecedente: hash, impronta: hash,
  },
  ["numero", "riservato", "improntaPrecedente", "impronta"],
);

const named = object({ nome: text, uri });
/** How a body stands that is no longer in the RUNTS, and since when that is known. */
const outOfRunts = maybe(object({ esito: oneOf(["cancelled", "not_found"]), dal: maybe(instant) }));
const body = object({ nome: text, uri, fuoriRunts: outOfRunts });
const texts = list(text);
const yesNo: Schema = { type: "boolean" };
const table = { nome: text, livello: oneOf(tableLevels), oggetto: text, aree: texts, capisaldi: texts, temaDelicato: yesNo };
const kind = { nome: text, tipo: oneOf(organisationKinds), categoria: maybe(oneOf(etsCategories)) };
const page = { pagina: uri };
const role = oneOf(seatRoles);
const seatKind = oneOf(seatKinds);
const action = object({
  ente: body, titolo: text, descrizione: text, partner: list(body), municipi: list(whole), inizio: day, fine: maybe(day), stato: oneOf(actionStates), ...page,
});
const objective = object({
  codice: text, titolo: text, consolidamento: yesNo, capisaldi: texts, tavoli: list(named),
  strategie: list(object({ codice: text, testo: text, azioni: list(action) })), ...page,
});

/** What each address answers: the part of the description that changes when an address does. */
export const answers: Record<string, { summary: string; body: Schema; parameters?: Schema[] }> = {
  "/stato": {
    summary: "Stato del servizio",
    body: object({ stato: oneOf(["ok"]), istante: instant, registro: maybe(head), collegamenti: object({ descrizione: uri, registro: uri }) }),
  },
  "/registro": {
    summary: "Registro pubblico degli atti, dal più recente",
    parameters: [
      { name: "atto", in: "query", schema: oneOf(publicActs), description: "Solo gli atti di questo tipo" },
      { name: "oggetto", in: "query", schema: text, description: "Solo gli atti su questo oggetto, scritto tipo:sigla" },
      { name: "prima", in: "query", schema: whole, description: "Solo gli atti con numero minore di questo" },
      { name: "limite", in: "query", schema: { ...whole, minimum: 1, maximum: 200, default: 50 } },
    ],
    body: object({
      atti: list(act),
      testa: maybe(head),
      testeDelGiorno: list(object({ giorno: day, numero: whole, impronta: hash })),
      collegamenti: object({ successiva: maybe(uri) }),
    }),
  },
  "/tavoli": { summary: "I tavoli", body: object({ tavoli: list(object({ ...table, enti: whole, uri, ...page })) }) },
  "/tavoli/{slug}": {
    summary: "Un tavolo: la sua mappatura e gli enti che ne fanno parte",
    body: object({
      ...table, partecipanti: maybe(text), criteri: maybe(text), periodicita: maybe(text), modalita: maybe(text), chiuso: maybe(instant),
      statoFormale: list(object({ stato: oneOf(formalStatuses), fonte: text, atto: maybe(text), data: maybe(day) })),
      posti: list(object({ ente: body, ruolo: role, tipo: seatKind, dal: instant })), obiettivi: list(object({ codice: text, titolo: text, ...page })), ...page,
    }),
  },
  "/enti": {
    summary: "Gli enti, per nome",
    parameters: [{ name: "pagina", in: "query", schema: { ...whole, minimum: 1, default: 1 } }],
    body: object({ enti: list(object({ ...kind, fuoriRunts: outOfRunts, uri, ...page })), totale: whole, collegamenti: object({ successiva: maybe(uri) }) }),
  },
  "/enti/{slug}": {
    summary: "Un ente",
    body: object({
      ...kind, fuoriRunts: outOfRunts, runts: maybe(object({ sezione: oneOf(runtsSections), numero: maybe(text) })), codiceFiscale: maybe(text), codiceIpa: maybe(text), attivita: texts,
      territorio: object({ scala: oneOf(["city", "district"]), municipi: list(whole) }), scopo: maybe(text), cessato: maybe(instant),
      tavoli: list(object({ nome: text, ruolo: role, uri })), ...page,
    }),
  },
  "/piano": {
    summary: "Il Piano in corso, con le azioni in ordine di ente",
    body: object({ edizione: text, capisaldi: list(object({ codice: text, titolo: text })), aree: list(object({ numero: text, titolo: text, obiettivi: list(objective) })) }),
  },
  "/indirizzi": {
    summary: "Gli indirizzi del tavolo di policy, con le azioni che li seguono in ordine di ente",
    body: object({
      indirizzi: list(object({
        tavolo: named, numero: whole, versione: whole, stato: oneOf(["issued", "withdrawn"]), titolo: text, testo: text, motivo: text, emanato: maybe(instant), valeDal: day, destinatari: texts,
        parti: list(object({ codice: maybe(text), testo: text, ...page })), azioni: list(object({ ente: text, titolo: text, ...page })), ...page,
      })),
    }),
  },
  "/procedimenti": {
    summary: "Gli avvisi pubblicati",
    body: object({
      procedimenti: list(object({
        codice: text, tipo: oneOf(procedureKinds), titolo: text, stato: oneOf(procedureStates), apertura: maybe(instant), chiusura: maybe(instant), ente: text, ...page,
      })),
    }),
  },
};
