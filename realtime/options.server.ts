// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the realtime server is composed of, and what is assumed when something is left out. */
import type { IncomingMessage } from "node:http";
import { DEFAULT_LIMITS, type LimitSettings } from "./limits.server";
import type { Admit, Log, Store } from "./ports";

export type HubOptions = {
  admit: Admit;
  store: Store;
  /** Whether the page that opens the socket may do so; see `sameOrigin`. */
  originAllowed: (request: IncomingMessage) => boolean;
  log: Log;
  clock: () => Date;
  /**
   * Version of the text schema: pages that were built with another one are turned away with 4422, because an editor
   * deletes what its schema does not know. Plain clients, which do not say, are let in.
   */
  schema?: string | undefined;
  /** Names of the shared texts a document may contain. */
  roots?: string[] | undefined;
  limits?: Partial<LimitSettings> | undefined;
  /** Network address of a request, when the server stands behind a proxy. */
  addressOf?: ((request: IncomingMessage) => string) | undefined;
  /** Told of what should be written down: a row with words of others was stored, or rows were set aside. Does not throw. */
  onLoss?: ((documentId: string) => void) | undefined;
  /**
   * Path, from the project's root, of a module that knows the application's texts; see `TextRules`. Without it nobody
   * can be judged to have only suggested, so who may suggest can only read.
   */
  textRules?: string | undefined;
  /**
   * Milliseconds: silence before a sign of life, unused room before it is unloaded, rhythm of the general review,
   * silence before a line is tried, bytes of a document not asked for before they are let go, suggestions gathered before
   * they are judged, unused worker before it ends, a reader who reads nothing before it is sent away, from one commit to the next when many write, writing before a document is stored anew,
   * change before somebody looks whether the document can still be shown.
   */
  timing?: Partial<typeof TIMING> | undefined;
};

const TIMING = { keepalive: 20_000, idle: 30_000, review: 60_000, ping: 25_000, rest: 10_000, gather: 300, worker: 60_000, stall: 30_000, pace: 18, quiet: 60_000, examine: 10_000 };

/** The options with their gaps filled. */
export function asGiven(options: HubOptions) {
  return {
    ...options,
    onLoss: options.onLoss ?? (() => {}),
    admit: options.textRules === undefined ? withoutSuggesting(options.admit) : options.admit,
    roots: new Set(options.roots ?? ["default"]),
    settings: { ...DEFAULT_LIMITS, ...options.limits },
    timing: { ...TIMING, ...options.timing },
  };
}

/** Nobody can tell whether somebody only suggests: they read. */
function withoutSuggesting(admit: Admit): Admit {
  return async (request, documentId) => {
    const admission = await admit(request, documentId);
    return admission.ok && admission.access === "suggest" ? { ...admission, access: "read" } : admission;
  };
}
