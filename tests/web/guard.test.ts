// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "~/identity";
import { parse } from "~/web/forms";
import { openBackground } from "~/web/background";
import { act, load, redirectWith, type Site, signedIn } from "~/web/guard.server";
import { enforce, no } from "~/web/policy";
import { problem } from "~/web/problem";
import { openTestDatabase } from "~tests/harness";

async function argsFor(request: Request, { actor = null, clock }: { actor?: Actor | null; clock?: () => Date } = {}) {
  const logged: unknown[] = [];
  const site: Site = {
    db: await openTestDatabase(),
    clock: clock ?? (() => new Date("2026-03-10T09:00:00Z")),
    log: { error: (entry: unknown) => logged.push(entry) } as unknown as Site["log"],
    whoSpeaks: async () => ({ actor, setCookie: null }),
    sessions: { cookie: () => "", mustChoose: async () => false },
    tablePanels: [],
    itemSequels: async () => [],
    documentHome: async () => null,
    lastSession: async () => null,
    places: async () => ({ neighbourhoods: [], ofBodies: new Map() }),
    agendaSources: [],
    tableKnowledge: { objectives: async () => [], passages: async () => [] },
    namedByOthers: [],
    scanForViruses: null,
    background: openBackground(() => {}),
  } as unknown as Site;
  return { args: { request, params: {}, context: { site, nonce: "", requestId: "r-1", address: "local" } } as never, logged };
}

const get = (path: string) => new Request(`http://localhost${path}`);
const post = (fields: Record<string, string>) => new Request("http://localhost/x", { method: "POST", body: new URLSearchParams(fields) });

describe("a page", () => {
  test("that needs a person leads to sign-in, and back", async () => {
    const { args } = await argsFor(get("/piano?q=a"));
    const answer = await load(async (ctx) => signedIn(ctx))(args).catch((thrown: Response) => thrown);
    expect((answer as Response).headers.get("Location")).toBe("/accesso?poi=%2Fpiano%3Fq%3Da");
  });

  test("that may not be seen does not exist", async () => {
    const { args } = await argsFor(get("/x"));
    const answer = (await load(async () => Promise.reject(problem("missing")))(args).catch((thrown: Response) => thrown)) as unknown as Response;
    expect([answer.status, await answer.json()]).toEqual([404, { kind: "missing", because: "web.problem.missing" }]);
  });

  test("that breaks is logged once with its request, and shows no stack", async () => {
    const { args, logged } = await argsFor(get("/x"));
    const answer = (await load(async () => Promise.reject(new Error("secret path")))(args).catch((thrown: Response) => thrown)) as unknown as Response;
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
    expect(logged).toMatchObject([{ requestId: "r-1" }]);
  });
});

describe("a form", () => {
  const Wanted = z.object({ name: z.string().trim().min(1), kind: z.enum(["a", "b"], "registry.kind.wrong") });

  test("that is wrong comes back with a reason per field and what was typed, but never a password", async () => {
    const { args } = await argsFor(post({ name: " ", kind: "c", note: "lungo testo", password: "segreta" }));
    const answer = (await act(async (_ctx, form) => parse(Wanted, form))(args)) as unknown as { data: unknown; init: { status: number } };
    expect(answer.init.status).toBe(422);
    expect(answer.data).toEqual({
      problem: { kind: "invalid", because: "web.problem.invalid", fields: { name: "web.field.required", kind: "registry.kind.wrong" } },
      values: { name: " ", kind: "c", note: "lungo testo" },
    });
  });

  test("that may not be sent keeps what was typed and says why", async () => {
    const { args } = await argsFor(post({ text: "un'ora di lavoro" }));
    const answer = (await act(async () => enforce(no("documents.readerOnly")))(args)) as unknown as { data: { problem: object; values: object } };
    expect(answer.data).toMatchObject({ problem: { kind: "forbidden", because: "documents.readerOnly" }, values: { text: "un'ora di lavoro" } });
  });

  test("is timed when its last byte has arrived, not its first", async () => {
    let clock = new Date("2026-12-12T11:00:00.000Z");
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode("a=1"));
        queueMicrotask(() => {
          clock = new Date("2026-12-12T11:00:01.000Z");
          stream.enqueue(new TextEncoder().encode("&b=2"));
          stream.close();
        });
      },
    });
    const request = new Request("http://localhost/x", { method: "POST", body, duplex: "half", headers: { "Content-Type": "application/x-www-form-urlencoded" } } as RequestInit);
    const { args } = await argsFor(request, { clock: () => clock });
    expect(await act(async (ctx, form) => [ctx.now.toISOString(), form.get("b")])(args)).toEqual(["2026-12-12T11:00:01.000Z", "2"]);
  });

  test("well received leads on, with a sentence about it", () => {
    const answer = redirectWith("/tavoli", "web.saved");
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/tavoli"]);
    expect(answer.headers.get("Set-Cookie")).toContain("esito=web.saved");
  });
});
