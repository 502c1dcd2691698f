// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage } from "node:http";

/**
 * What the address of a socket says. `epoch` is null in a bare address, which means the current one. `schema` and `voice`
 * are what our own pages add: the version of the text schema they were built with, and for whom they were opened
 * (`voiceOf`). Plain clients say neither.
 */
export type Address = {
  documentId: string;
  epoch: number | null;
  speaksControl: boolean;
  schema: string | null;
  voice: string | null;
};

const PREFIX = "/realtime/";
const DOCUMENT = /^([A-Za-z0-9_-]{1,64})(?:\.(\d{1,9}))?$/;

/** True when the request is for this server at all; others may belong to somebody else on the same port. */
export function isRealtime(request: IncomingMessage): boolean {
  return (request.url ?? "").startsWith(PREFIX);
}

/** Reads `/realtime/<documentId>[.<epoch>][?p=1&v=<schema>&as=<voice>]`; null when the name cannot be a document's. */
export function readAddress(request: IncomingMessage): Address | null {
  const [path = "", query = ""] = (request.url ?? "").split("?", 2);
  const match = DOCUMENT.exec(path.slice(PREFIX.length));
  if (!match) return null;
  const [, documentId = "", epoch] = match;
  const said = new URLSearchParams(query);
  return {
    documentId,
    epoch: epoch === undefined ? null : Number(epoch),
    speaksControl: said.get("p") === "1",
    schema: said.get("v"),
    voice: said.get("as"),
  };
}

/**
 * Accepts sockets opened by pages of `origins` (such as "https://concerto.example"). Browsers send cookies with sockets
 * opened from any site and always say which one; programs that are not browsers send no Origin and pass.
 */
export function sameOrigin(origins: string[]): (request: IncomingMessage) => boolean {
  const allowed = new Set(origins.map((origin) => new URL(origin).origin));
  return ({ headers }) => headers.origin === undefined || allowed.has(headers.origin);
}
