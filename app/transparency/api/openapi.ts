// SPDX-License-Identifier: AGPL-3.0-or-later
import { problemKinds } from "~/web/problem";
import { publicActs } from "../public-acts";

type Schema = Record<string, unknown>;
const text: Schema = { type: "string" };
const uri: Schema = { type: "string", format: "uri" };
const instant: Schema = { type: "string", format: "date-time" };
const day: Schema = { type: "string", format: "date" };
const whole: Schema = { type: "integer", format: "int64" };
const hash: Schema = { type: "string", pattern: "^[0-9a-f]{64}$" };
const maybe = (schema: Schema): Schema => ({ ...schema, nullable: true });
const list = (items: Schema): Schema => ({ type: "array", items });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({ type: "object", properties, required });
const oneOf = (values: readonly string[]): Schema => ({ type: "string", enum: values });

const head = object({ numero: whole, istante: instant, impronta: hash });
const act = object(
  {
    numero: whole, riservato: { type: "boolean" }, istante: instant, atto: text, oggetto: text,
    ente: maybe(object({ nome: text, uri })), qualita: maybe(text), frase: text, improntaPrecedente: hash, impronta: hash,
  },
  ["numero", "riservato", "improntaPrecedente", "impronta"],
);

const answers: Record<string, { summary: string; body: Schema; parameters?: Schema[] }> = {
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
};

/** The description of the read interface (OpenAPI 3.0): what exists, nothing more. `server` is its absolute address. */
export function description(server: string): object {
  return {
    openapi: "3.0.3",
    info: {
      title: "Concerto: interfaccia di lettura",
      version: "1.0.0",
      description: "Dati pubblici di tavoli, enti, Piano, procedimenti e registro degli atti. Nessuna persona fisica, nessuna classifica di enti.",
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/deed.it" },
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(Object.entries(answers).map(([path, { summary, body, parameters = [] }]) => [path, { get: operation(path, summary, body, parameters) }])),
    components: { schemas: { Problem: problem } },
  };
}

const problem = object({ type: uri, title: text, status: { type: "integer", enum: [...new Set(Object.values(problemKinds))] }, detail: text, instance: text });

function operation(path: string, summary: string, body: Schema, parameters: Schema[]): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: text }));
  const refusal = (description: string) => ({ description, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } });
  return {
    operationId: path.replace(/[^a-zA-Z]+(\w)?/g, (_all, next: string | undefined) => (next ?? "").toUpperCase()),
    summary,
    parameters: [...inPath, ...parameters],
    responses: {
      200: { description: summary, content: { "application/json": { schema: body } } },
      ...(inPath.length > 0 ? { 404: refusal("Non esiste, oppure non è pubblico") } : {}),
      ...(parameters.length > 0 ? { 422: refusal("Un parametro non è valido") } : {}),
      default: refusal("Altro problema"),
    },
  };
}
