// SPDX-License-Identifier: AGPL-3.0-or-later
import { problemKinds } from "~/web/problem";
import { answers, object, type Schema, text, uri } from "./answers";

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
