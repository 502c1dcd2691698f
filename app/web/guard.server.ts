// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What every page passes through: the context is built, expected refusals become answers, the rest is logged once
 * and shown without a stack.
 */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { randomUUID } from "node:crypto";
import type { Actor } from "~/identity/actor";
import type { Database } from "~db/client.server";
import type { Hub } from "~realtime/index.server";
import type { AgendaSource } from "./agenda-source";
import type { Background } from "./background";
import type { Ctx } from "./context";
import { valuesOf } from "./forms";
import type { Figures } from "./health";
import { localeOf } from "./i18n";
import type { Logger } from "./log.server";
import type { NamedSource } from "./named";
import type { PanelSource } from "./panel";
import { paths } from "./paths";
import type { Places } from "./places";
import { Problem, type ProblemShape, problem } from "./problem";
import { LARGEST_MEGABYTES, readForm } from "./read-form.server";
import type { SequelSource } from "./sequel";

/** What use-cases may ask of the realtime server (see its own words on each). */
export type LiveTexts = Pick<Hub, "readDocument" | "submit" | "whileStill" | "ping">;

/** What the composition hands to every request. */
export type Site = {
  db: Database;
  clock: () => Date;
  log: Logger;
  /** Who speaks in this request, or null; also renews the session (the cookie to set, if any). */
  whoSpeaks(request: Request, now: Date): Promise<{ actor: Actor | null; setCookie: string | null }>;
  sessions: {
    /** The Set-Cookie of a session just begun; with null, the one that makes the browser forget its session. */
    cookie(sessionId: string | null): string;
    /** Whether the person has more than one body to speak for, and so has to say which. */
    mustChoose(personId: string, now: Date): Promise<boolean>;
  };
  /** The texts that people are writing: read, changed in somebody's name, held still. Not to be used inside a transaction. */
  liveTexts: LiveTexts;
  /** Whether what people write is safe at this moment. */
  health(): Figures;
  /** What later floors show on the page of a table: its documents, its objectives. */
  tablePanels: PanelSource[];
  /** What later floors know of tables, for finding where they overlap: objectives followed, passages of approved documents. */
  tableKnowledge: {
    objectives(ctx: Pick<Ctx, "db" | "now">): Promise<{ tableId: string; objectiveId: string; label: string }[]>;
    passages(ctx: Pick<Ctx, "db" | "now">): Promise<{ tableId: string; documentId: string; title: string; text: string }[]>;
  };
  /** When a table last met, as far as the sessions held here tell. */
  lastSession(ctx: Pick<Ctx, "db" | "now">, tableId: string): Promise<Date | null>;
  /** The neighbourhoods of the city and the bodies known to work in each. */
  places(ctx: Pick<Ctx, "db">): Promise<Places>;
  /** What floors above meetings hold worth a point on the next agenda of a table: actions that stand still. */
  agendaSources: AgendaSource[];
  /** What came of items between tables on later floors: the indirizzi with which they were answered. */
  itemSequels: SequelSource;
  /** Where a document of no table belongs, for who may go there: the way back from a project form to its application. */
  documentHome(ctx: Ctx, documentId: string): Promise<{ to: string; label: string } | null>;
  /** What floors above documents offer to be named in a text: strategies of the plan. */
  namedByOthers: NamedSource[];
  /** Looks into a file for viruses; null when the house has no scanner. Throws when the scanner does not answer. */
  scanForViruses: ((bytes: Uint8Array) => Promise<"clean" | "infected">) | null;
  /** Work that goes on after the answer has left. */
  background: Background;
};

declare module "@remix-run/node" {
  interface AppLoadContext {
    site: Site;
    nonce: string;
    requestId: string;
    address: string;
    /** Asked once per request, by whichever loader comes first. */
    spoken?: ReturnType<Site["whoSpeaks"]>;
  }
  interface Future {
    v3_singleFetch: true;
  }
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;
export type Request$ = { params: Record<string, string | undefined>; url: URL; request: Request; site: Site };

/** What an action returns when the input is wrong: the reasons, and what was typed. */
export type Refusal = { problem: ProblemShape; values: Record<string, string | string[]> };

/** Builds the context of a request. Exported for routes that answer something other than a page. */
export async function contextOf({ request, context }: Pick<Args, "request" | "context">): Promise<Ctx> {
  const now = context.site.clock();
  context.spoken ??= context.site.whoSpeaks(request, now);
  const { actor } = await context.spoken;
  return {
    actor,
    now,
    db: context.site.db,
    locale: localeOf(request),
    requestId: context.requestId ?? randomUUID(),
    address: context.address,
  };
}

/** Wraps a loader. `missing` and `forbidden` reach the error page; nobody signed in is sent to sign in and back. */
export function load<T>(handler: (ctx: Ctx, request: Request$) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      return await handler(await contextOf(args), described(args));
    } catch (failure) {
      throw asResponse(failure, args);
    }
  };
}

/**
 * Wraps an action. The form is read to its last byte before the clock is, so that `ctx.now` is the moment of receipt.
 * Wrong input comes back as a Refusal with what was typed; a refusal by policy too, so that nothing typed is lost.
 * `megabytes` is what who has signed in may send, where that is more than a form usually holds.
 */
export function act<T>(handler: (ctx: Ctx, form: FormData, request: Request$) => Promise<T>, { megabytes = LARGEST_MEGABYTES } = {}) {
  return async (args: ActionFunctionArgs) => {
    let form = new FormData();
    try {
      const known = megabytes > LARGEST_MEGABYTES && (await contextOf(args)).actor !== null;
      form = await readForm(args.request, known ? megabytes : LARGEST_MEGABYTES);
      return await handler(await contextOf(args), form, described(args));
    } catch (failure) {
      if (failure instanceof Problem && ["invalid", "conflict", "tooMany", "tooLarge", "forbidden"].includes(failure.kind)) {
        const refusal: Refusal = { problem: failure.toJSON(), values: valuesOf(form) };
        throwAway(refusal.values);
        return data(refusal, { status: failure.status, headers: retryHeader(failure) });
      }
      throw asResponse(failure, args);
    }
  };
}

/** The actor, or a refusal that leads to the sign-in page. */
export function signedIn(ctx: Ctx): Actor {
  if (!ctx.actor) throw problem("unauthenticated");
  return ctx.actor;
}

/** After a change: go and look at the result, with a short sentence about it (a message key). */
export function redirectWith(to: string, said: string, headers: HeadersInit = {}): Response {
  const answer = redirect(to, { headers });
  answer.headers.append("Set-Cookie", `esito=${encodeURIComponent(said)}; Path=/; Max-Age=30; SameSite=Lax; HttpOnly`);
  return answer;
}

function described(args: Args): Request$ {
  return { params: args.params, url: new URL(args.request.url), request: args.request, site: args.context.site };
}

/** Passwords are never sent back. */
function throwAway(values: Refusal["values"]): void {
  for (const name of Object.keys(values)) if (/password/i.test(name)) delete values[name];
}

function retryHeader(failure: Problem): HeadersInit {
  const seconds = failure.details.retryAfterSeconds;
  return seconds ? { "Retry-After": String(seconds) } : {};
}

function asResponse(failure: unknown, { request, context }: Args): unknown {
  if (failure instanceof Response) return failure;
  if (failure instanceof Problem) {
    if (failure.kind === "unauthenticated") {
      const { pathname, search } = new URL(request.url);
      return redirect(paths.signIn(request.method === "GET" ? pathname + search : undefined));
    }
    return Response.json(failure.toJSON(), { status: failure.status, headers: retryHeader(failure) });
  }
  const { pathname } = new URL(request.url);
  context.site.log.error({ requestId: context.requestId, path: pathname, err: failure }, "request failed");
  return Response.json(problem("broken", { values: { requestId: context.requestId } }).toJSON(), { status: 500 });
}
