// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who may see and do what with an application: people × instant × verb, on use-cases and on the pages, API and files over them. */
import { describe, expect, test } from "vitest";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listEntries } from "~/journal/index.server";
import {
  answerInvitation, confirmPart, decideApplication, advanceProcedure, invitePartner, leaveApplication, listReceived, openNotices, openReceived, saveBudget, submitApplication, viewApplication, viewProcedure, waiting, withdrawSubmission,
} from "~/procedures/index.server";
import * as api from "~/procedures/application-api.page";
import * as examinePage from "~/procedures/examine.page";
import * as packageFile from "~/procedures/package-file.page";
import * as partnersPage from "~/procedures/partners.page";
import * as receiptFile from "~/procedures/receipt-file.page";
import * as receiptPage from "~/procedures/receipt.page";
import * as receivedPage from "~/procedures/received.page";
import * as summaryPage from "~/procedures/summary.page";
import type { Actor } from "~/identity";
import type { Ctx } from "~/web/context";
import { Problem } from "~/web/problem";
import { parseRomeLocal } from "~/web/time";
import { newId } from "~db/id";
import { at, makeScene, readyApplication, type Scene } from "./scene";

const deadline = parseRomeLocal("2026-04-10T12:00:00")!;
const before = new Date(deadline.getTime() - 60_000);
const after = new Date(deadline.getTime() + 1000);

/** "yes", or the kind of the refusal. */
const outcome = (work: Promise<unknown>) => work.then(() => "yes", (failure: unknown) => (failure instanceof Problem ? failure.kind : Promise.reject(failure)));

const people = ["lead", "partner", "invited", "stranger", "officer", "otherOfficer", "admin", "nobody"] as const;
type Person = (typeof people)[number];

async function city({ send = true } = {}) {
  const scene = await makeScene();
  const { id, documentId } = await readyApplication(scene);
  const delta = await scene.world.organisation("Delta");
  const invited = await scene.world.voice(delta.id, { label: "Referente Delta" });
  if (!send) await invitePartner(scene.lead.ctx, { applicationId: id, body: "Delta" });
  const number = send ? (await submitApplication(at(scene.lead.ctx, before), { applicationId: id, confirmed: true })).number : "";
  const who: Record<Person, Ctx> = {
    lead: scene.lead.ctx, partner: scene.partner.ctx, invited: invited.ctx, stranger: scene.stranger.ctx, officer: scene.officer.ctx, otherOfficer: scene.otherOfficer.ctx,
    admin: scene.admin.ctx, nobody: scene.world.nobody,
  };
  return { scene, id, documentId, number, who };
}

const matrix = async (who: Record<Person, Ctx>, now: Date, verb: (ctx: Ctx) => Promise<unknown>) =>
  Object.fromEntries(await Promise.all(people.map(async (person) => [person, await outcome(verb(at(who[person], now)))])));

const sealedFor = { stranger: "missing", officer: "forbidden", otherOfficer: "forbidden", admin: "forbidden", nobody: "unauthenticated" };

describe("a submitted application", () => {
  test("is read before the term by its partners only, after it by the responsible office too", async () => {
    const { id, who } = await city();
    const open = (ctx: Ctx) => openReceived(ctx, id);
    expect(await matrix(who, before, open)).toEqual({ lead: "yes", partner: "yes", invited: "missing", ...sealedFor });
    expect(await matrix(who, deadline, open)).toEqual({ lead: "yes", partner: "yes", invited: "missing", ...sealedFor });
    expect(await matrix(who, new Date(deadline.getTime() + 999), open)).toEqual({ lead: "yes", partner: "yes", invited: "missing", ...sealedFor });
    expect(await matrix(who, after, open)).toEqual({ lead: "yes", partner: "yes", invited: "missing", ...sealedFor, officer: "yes" });
  });

  test("is answered to staff as one that does not exist", async () => {
    const { id, who } = await city();
    const refusal = (applicationId: string) => openReceived(at(who.officer, before), applicationId).catch((failure: Problem) => failure.toJSON());
    expect(await refusal(id)).toEqual(await refusal(newId()));
    expect(await refusal(id)).toMatchObject({ kind: "forbidden", because: "procedures.refusal.sealed" });
  });

  test("is listed and counted by nobody before the term, after it by the responsible office only", async () => {
    const { scene, who } = await city();
    const list = (ctx: Ctx) => listReceived(ctx, scene.procedureId);
    const none = { lead: "forbidden", partner: "forbidden", invited: "forbidden", stranger: "forbidden", officer: "forbidden", otherOfficer: "forbidden", admin: "forbidden", nobody: "forbidden" };
    expect(await matrix(who, before, list)).toEqual(none);
    expect(await matrix(who, after, list)).toEqual({ ...none, officer: "yes" });
    const seen = await viewProcedure(at(who.officer, before), scene.procedureId);
    expect(seen.office?.received).toBeNull();
    expect(await waiting(at(who.officer, before))).toEqual([]);
    expect(await waiting(at(who.officer, after))).toMatchObject([{ says: "procedures.waiting.examine", values: { count: 1 } }]);
    expect((await viewProcedure(at(who.officer, after), scene.procedureId)).office?.received).toBe(1);
  });

  test("is opened by the office with a trace, once per person, and by partners without", async () => {
    const { id, who } = await city();
    await openReceived(at(who.lead, after), id);
    await openReceived(at(who.officer, after), id);
    await openReceived(at(who.officer, after), id);
    expect(await listEntries(who.admin, { act: "application.opened", limit: 9 })).toHaveLength(1);
  });

  test("is taken back by who may submit for the lead, nobody else", async () => {
    const { id, who, scene } = await city();
    const withdraw = (ctx: Ctx) => withdrawSubmission(ctx, { applicationId: id });
    const noPower = await scene.world.voice(scene.alfa.id, { label: "Collaboratrice", powers: ["read", "write", "declare"] });
    expect(await outcome(withdraw(at(noPower.ctx, before)))).toBe("forbidden");
    const { lead: _, ...others } = who;
    for (const person of Object.keys(others) as Person[]) expect([person, await outcome(withdraw(at(who[person], before)))]).not.toContain("yes");
    expect(await outcome(withdraw(at(who.lead, before)))).toBe("yes");
  });

  test("is admitted or excluded by the responsible office, with the reason, once checks are open", async () => {
    const { id, who, scene } = await city();
    const decide = (ctx: Ctx) => decideApplication(ctx, { applicationId: id, outcome: "excluded", reason: "Manca il requisito di iscrizione." });
    expect(await outcome(decide(at(who.officer, before)))).toBe("forbidden");
    expect(await outcome(decide(at(who.officer, after)))).toBe("conflict");
    await advanceProcedure(at(who.officer, after), { procedureId: scene.procedureId, event: "open_admissibility" });
    const { officer: _, ...others } = who;
    for (const person of Object.keys(others) as Person[]) expect([person, await outcome(decide(at(who[person], after)))]).not.toContain("yes");
    await expect(decideApplication(at(who.officer, after), { applicationId: id, outcome: "admitted", reason: " " })).rejects.toThrow();
    expect(await outcome(advanceProcedure(at(who.officer, after), { procedureId: scene.procedureId, event: "approve_admissions" }))).toBe("conflict");
    expect(await outcome(decide(at(who.officer, after)))).toBe("yes");
    await advanceProcedure(at(who.officer, after), { procedureId: scene.procedureId, event: "approve_admissions" });
    expect((await viewApplication(at(who.partner, after), id)).decision).toMatchObject({ outcome: "excluded", reason: "Manca il requisito di iscrizione." });
  });
});

describe("a draft", () => {
  test("is read by lead and partner only, also after the term; who is invited sees the invitation alone", async () => {
    const { id, who } = await city({ send: false });
    for (const now of [before, after]) {
      expect(await matrix(who, now, (ctx) => viewApplication(ctx, id))).toEqual({ lead: "yes", partner: "yes", invited: "missing", ...sealedFor });
    }
  });

  test("is changed by who takes part and may write: each verb to its people", async () => {
    const { id, who, scene } = await city({ send: false });
    await scene.world.organisation("Epsilon");
    const verbs: Record<string, [(ctx: Ctx) => Promise<unknown>, Person[]]> = {
      invite: [(ctx) => invitePartner(ctx, { applicationId: id, body: "Epsilon" }), ["lead"]],
      budget: [(ctx) => saveBudget(ctx, { applicationId: id, version: 1, rows: { costs: [], resources: [] } }), ["lead"]],
      confirm: [(ctx) => confirmPart(ctx, { applicationId: id, share: "50", declared: true }), ["lead", "partner"]],
      answer: [(ctx) => answerInvitation(ctx, { applicationId: id, accept: true }), ["invited"]],
    };
    for (const [verb, [work, allowed]] of Object.entries(verbs)) {
      for (const person of people) {
        const answer = await outcome(work(at(who[person], before)));
        expect([verb, person, answer === "yes"]).toEqual([verb, person, allowed.includes(person)]);
      }
    }
    const reader = await scene.world.voice(scene.alfa.id, { label: "Lettrice", powers: ["read"] });
    for (const [work] of Object.values(verbs)) expect(await outcome(work(at(reader.ctx, before)))).toBe(work === verbs.answer![0] ? "missing" : "forbidden");
  });

  test("lets a partner change its own lines only, and take out nobody but itself", async () => {
    const { id, who, scene } = await city({ send: false });
    const view = await viewApplication(at(who.partner, before), id);
    const lead = view.partners.find(({ role }) => role === "lead")!;
    const row = { partner: lead.id, action: "Altro", category: "STAFF", year: "2026", class: "PUBLIC_CASH", amount: "1,00" };
    await expect(saveBudget(at(who.partner, before), { applicationId: id, version: 1, rows: { costs: [row], resources: [] } })).rejects.toMatchObject({ details: { fields: { "cost-partner-0": "procedures.budget.choosePartner" } } });
    const delta = view.partners.find(({ state }) => state === "invited")!;
    expect(await outcome(leaveApplication(at(who.partner, before), { applicationId: id, partnerId: delta.id, reason: "No" }))).toBe("forbidden");
    expect(await outcome(leaveApplication(at(who.partner, before), { applicationId: id, partnerId: view.own.id, reason: "Impegni" }))).toBe("yes");
    expect(await outcome(viewApplication(at(scene.partner.ctx, before), id))).toBe("missing");
  });

  test("saved by two people at once keeps the first and tells the second", async () => {
    const { id, who } = await city({ send: false });
    const save = (ctx: Ctx) => saveBudget(ctx, { applicationId: id, version: 1, rows: { costs: [], resources: [] } });
    expect(await outcome(save(at(who.lead, before)))).toBe("yes");
    expect(await outcome(save(at(who.partner, before)))).toBe("conflict");
  });
});

describe("the notice", () => {
  test("is open on the public home until its last second", async () => {
    const scene = await makeScene();
    const ids = async (now: Date) => (await openNotices(at(scene.world.nobody, now))).map(({ id }) => id);
    expect(await ids(new Date(deadline.getTime() + 999))).toEqual([scene.procedureId]);
    expect(await ids(after)).toEqual([]);
  });
});

/** Calls the loader or action of a page as the server would, with a clock of ours. */
function args(scene: Scene, actor: Actor | null, now: Date, params: Record<string, string>, form?: Record<string, string>): LoaderFunctionArgs {
  const site = { db: scene.db, clock: () => now, log: { error: (facts: object) => { throw new Error(JSON.stringify(facts)); } }, whoSpeaks: async () => ({ actor, setCookie: null }) };
  const request = new Request("http://localhost/x", form ? { method: "POST", body: new URLSearchParams(form) } : {});
  return { request, params, context: { site, nonce: "", requestId: "r", address: "local" } } as unknown as LoaderFunctionArgs;
}
/** The status that a loader or action answers with. */
async function statusOf(work: Promise<unknown>): Promise<number> {
  const answer = await work.catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer.status;
  if (answer instanceof Error) throw answer;
  return (answer as { init?: { status?: number } }).init?.status ?? 200;
}

describe("over HTTP", () => {
  test("page, API and file refuse staff before the term with the same reason, and answer the office after it", async () => {
    const { scene, id, number, who } = await city();
    const surfaces: [string, (a: LoaderFunctionArgs) => Promise<unknown>, Record<string, string>][] = [
      ["examine", examinePage.loader, { id }], ["api", api.loader, { id }], ["package", packageFile.loader, { id }],
      ["receipt", receiptPage.loader, { number }], ["receipt file", receiptFile.loader, { number, file: "fascicolo.json" }],
    ];
    for (const [name, loader, params] of surfaces) {
      for (const person of ["officer", "otherOfficer", "admin"] as const) {
        const answer = await loader(args(scene, who[person].actor, before, params)).catch((thrown: unknown) => thrown);
        expect([name, person, (answer as Response).status]).toEqual([name, person, 403]);
        expect(await (answer as Response).json()).toMatchObject({ because: "procedures.refusal.sealed" });
      }
      expect([name, await statusOf(loader(args(scene, who.stranger.actor, before, params)))]).toEqual([name, 404]);
      expect([name, await statusOf(loader(args(scene, null, before, params)))]).toEqual([name, 302]);
      expect([name, await statusOf(loader(args(scene, who.partner.actor, before, params)))]).toEqual([name, 200]);
      expect([name, await statusOf(loader(args(scene, who.officer.actor, after, params)))]).toEqual([name, 200]);
      expect([name, await statusOf(loader(args(scene, who.otherOfficer.actor, after, params)))]).toEqual([name, 403]);
      expect([name, await statusOf(loader(args(scene, who.admin.actor, after, params)))]).toEqual([name, 403]);
    }
    expect(await statusOf(partnersPage.loader(args(scene, who.officer.actor, before, { id })))).toBe(403);
    expect(await statusOf(receivedPage.loader(args(scene, who.officer.actor, before, { id: scene.procedureId })))).toBe(403);
    expect(await statusOf(receivedPage.loader(args(scene, who.officer.actor, after, { id: scene.procedureId })))).toBe(200);
  });

  test("the file handed over is the one that was fingerprinted", async () => {
    const { scene, id, who } = await city();
    const answer = (await packageFile.loader(args(scene, who.partner.actor, before, { id }))) as Response;
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { receipt } = await openReceived(at(who.lead, before), id);
    expect(bytes.equals(receipt.packageBytes)).toBe(true);
  });

  for (const [day, closes] of [["an ordinary day", "2026-04-10T12:00:00"], ["a day on which clocks go back", "2026-10-25T12:00:00"], ["a day on which clocks go forward", "2027-03-28T12:00:00"]] as const) {
    test(`sending is accepted at 12:00:00 and refused at 12:00:01 on ${day}`, async () => {
      const scene = await makeScene({ closes });
      const { id } = await readyApplication(scene);
      const term = parseRomeLocal(closes)!;
      const send = (ms: number) => summaryPage.action(args(scene, scene.lead.actor, new Date(term.getTime() + ms), { id }, { step: "submit", confirmed: "on" }));
      const late = await send(1000);
      expect(await statusOf(Promise.resolve(late))).toBe(409);
      expect(late).toMatchObject({ data: { problem: { because: "procedures.submit.late" } } });
      const accepted = await send(0);
      expect(accepted).toBeInstanceOf(Response);
      expect((accepted as Response).headers.get("Location")).toMatch(/^\/ricevute\/\d{4}-000001$/);
    });
  }
});
