// SPDX-License-Identifier: AGPL-3.0-or-later
/** Asks the pages, feeds, files and the interface of the city as the server does: the address, the session in the cookie, the answer. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { openSessions, sessionIn } from "~/identity/index.server";
import { lastSession, placesOf } from "~/meetings/index.server";
import { conflictSequels, guidelineSequels } from "~/plan/index.server";
import { actorOfSession } from "~/registry/index.server";
import { openBackground } from "~/web/background";
import type { Site } from "~/web/guard.server";
import { openLog } from "~/web/log.server";
import { siteMap } from "../../../remix.config.js";
import type { City, Role } from "./city";

type Door = { loader?: (args: LoaderFunctionArgs) => Promise<unknown>; action?: (args: ActionFunctionArgs) => Promise<unknown> };
const modules = import.meta.glob<Door>(["../../../app/**/*.page.tsx"]);

/** The addresses of the domains whose surfaces are asked. */
export const addresses: { path: string; file: string }[] = siteMap.filter(({ path, file }) => /^(registry|tables|meetings|transparency|plan\/guidelines|plan\/conflicts)\//.test(file) && !path.startsWith("accesso/"));

/** Those of the domains that have matrices of their own. */
export const otherAddresses: { path: string; file: string }[] = siteMap.filter(({ path }) => !addresses.some((row) => row.path === path));

export type Answer = { status: number; text: string };

/** Opens the doors of a city: whoever asks has a session of their own. */
export async function doorsOf(city: City) {
  const { db, people, world } = city;
  const sessions = openSessions(db, { secure: false });
  const cookies = new Map<Role, string>();
  for (const [role, { personId, affiliationId }] of Object.entries(people)) {
    const { id } = await sessions.createSession(personId, { affiliationId, createdAt: world.now });
    cookies.set(role as Role, `sessione=${id}`);
  }
  const site = {
    db,
    clock: () => world.now,
    log: openLog("silent"),
    whoSpeaks: (request: Request, now: Date) => actorOfSession(db, sessions, sessionIn(request.headers.get("cookie")), now),
    sessions: { cookie: () => "", mustChoose: async () => false },
    liveTexts: { readDocument: async () => null, submit: async () => ({ ok: false }), whileStill: async (_id: string, work: () => unknown) => work(), ping: () => undefined } as never,
    health: () => ({}) as never,
    tablePanels: [],
    itemSequels: async (ctx, items) => [...(await guidelineSequels(ctx, items)), ...(await conflictSequels(ctx, items))],
    documentHome: async () => null,
    agendaSources: [],
    lastSession,
    places: placesOf,
    tableKnowledge: { objectives: async () => [], passages: async () => [] },
    namedByOthers: [],
    scanForViruses: null,
    background: openBackground(() => undefined),
  } satisfies Site as Site;

  async function ask(role: Role, path: string, address: string, form?: Record<string, string>): Promise<Answer> {
    const { file } = siteMap.find((row) => row.path === path) ?? { file: "" };
    const door = await modules[`../../../app/${file}`]?.();
    const handler = form ? door?.action : door?.loader;
    if (!handler) return { status: form ? 405 : 200, text: "" };
    const url = `http://concerto.test/${address.replace(/^\//, "")}`;
    const cookie = cookies.get(role);
    const headers = { ...(cookie ? { Cookie: cookie } : {}), ...(form ? { "Content-Type": "application/x-www-form-urlencoded" } : {}) };
    const request = new Request(url, { headers, ...(form ? { method: "POST", body: new URLSearchParams(form).toString() } : {}) });
    const args = { request, params: paramsOf(path, new URL(url).pathname), context: { site, nonce: "", requestId: "prova", address: "local" } };
    return told(await handler(args as never).catch((thrown: unknown) => thrown));
  }
  return { ask, sessions, cookies, now: world.now };
}
export type Doors = Awaited<ReturnType<typeof doorsOf>>;

/** What the router would read from the address. */
function paramsOf(path: string, pathname: string): Record<string, string> {
  const values = pathname.slice(1).split("/").map(decodeURIComponent);
  const params: Record<string, string> = {};
  for (const [i, part] of path.split("/").entries()) {
    if (part === "*") params["*"] = values.slice(i).join("/");
    else if (part.startsWith(":")) params[part.slice(1)] = values[i] ?? "";
  }
  return params;
}

async function told(answer: unknown): Promise<Answer> {
  if (answer instanceof Response) return { status: answer.status, text: [301, 302, 303].includes(answer.status) ? (answer.headers.get("Location") ?? "") : await answer.text() };
  if (answer instanceof Error) throw answer;
  const wrapped = answer as { type?: string; data?: unknown; init?: { status?: number } } | null;
  if (wrapped?.type === "DataWithResponseInit") return { status: wrapped.init?.status ?? 200, text: JSON.stringify(wrapped.data) };
  return { status: 200, text: JSON.stringify(answer) };
}
