// SPDX-License-Identifier: AGPL-3.0-or-later
/** Items between tables, mappings, overlaps and proposals of order: who may do what, and on which surface anybody sees them. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Power } from "~/identity";
import { actsOf } from "~/tables/acts.server";
import { addMove, beginProposal, checkCoverage, comment, dismissOverlap, fillForm, findItem, findTable, itemsOfTable, moveItem, openCampaign, openItemsAt, openProposal, raiseItem, waiting } from "~/tables/index.server";
import { listItems } from "~/tables/items/find-item.server";
import { findCampaign } from "~/tables/mapping/campaigns.server";
import { mapOf } from "~/tables/mapping/map.server";
import { findOverlaps } from "~/tables/network/find-overlaps.server";
import { findProposal, listProposals } from "~/tables/reorganisation/proposals.server";
import { adoptRules } from "~/tables/rules/adopt-rules.server";
import { isPublicAct } from "~/journal";
import type { Ctx } from "~/web/context";
import { Problem } from "~/web/problem";
import { translator } from "~/web/translate.server";
import { journalEntries } from "~db/journal/schema";
import { mappingForms } from "~db/tables/schema";
import { makeWorld } from "~tests/harness";
import { filesEnding, textOf } from "~tests/rules/sources";

const people = ["coordinator", "member", "observer", "elsewhere", "outsider", "office", "administrator", "nobody"] as const;
type Who = (typeof people)[number];

/** Two tables, a body on each side, an office that answers for both, a mapping, a draft and an open proposal. */
async function stage() {
  const world = await makeWorld();
  const body = async (name: string, more: { kind?: string; powers?: Power[] } = {}) => world.voice((await world.organisation(name, { kind: more.kind ?? "ets" })).id, more.powers ? { powers: more.powers } : {});
  const [coordinator, member, observer, elsewhere, outsider] = [await body("Coordina"), await body("Siede"), await body("Osserva"), await body("Altrove"), await body("Fuori")];
  const office = await body("Direzione", { kind: "directorate", powers: ["read", "write", "speak", "manage_tables"] });
  const here = await world.table("Qui", { ownerOrganisationId: office.organisationId });
  const there = await world.table("Là", { ownerOrganisationId: office.organisationId });
  for (const [voice, role] of [[coordinator, "coordinator"], [member, "member"], [observer, "observer"]] as const) await world.seat(here.id, voice.organisationId, { role, voices: [voice] });
  await world.seat(there.id, elsewhere.organisationId, { role: "coordinator", voices: [elsewhere] });
  const { itemId } = await raiseItem(member.ctx, here.slug, { title: "Orari dei servizi", text: "Gli orari non seguono quelli delle famiglie." });
  const { campaignId } = await openCampaign(office.ctx, { title: "Mappatura di prova", due: "2026-06-01", dormantMonths: "6", offices: [office.organisationId] });
  const draft = await beginProposal(office.ctx, { title: "Ancora in bozza", reason: "Da pensare insieme agli uffici." });
  const open = await beginProposal(office.ctx, { title: "Aperta ai commenti", reason: "Due tavoli che si parlano poco." });
  await addMove(office.ctx, open.id, { kind: "link", tableId: here.id, toTableId: there.id, relation: "linked", reason: "Una seduta comune l'anno." });
  await openProposal(office.ctx, open.id, { commentsUntil: "2026-04-30" });
  const administrator = await world.administrator();
  const ctx: Record<Who, Ctx> = { coordinator: coordinator.ctx, member: member.ctx, observer: observer.ctx, elsewhere: elsewhere.ctx, outsider: outsider.ctx, office: office.ctx, administrator: administrator.ctx, nobody: world.nobody };
  const form = (await world.db.read.select().from(mappingForms).where(eq(mappingForms.campaignId, campaignId)))[0];
  return { world, ctx, here, there, itemId, campaignId, formId: form?.id ?? "", officeId: office.organisationId, draft: draft.id, open: open.id };
}

type Stage = Awaited<ReturnType<typeof stage>>;
const nothing = { objectives: async () => [], passages: async () => [] };

/** Where an item, a mapping or a proposal can be seen: true when it is there for the viewer. */
const surfaces: Record<string, { see(ctx: Ctx, stage: Stage): Promise<boolean>; who: readonly Who[] }> = {
  "the page of an item": { see: async (ctx, { itemId }) => (await findItem(ctx, itemId)).id === itemId, who: ["coordinator", "member", "observer", "office", "administrator"] },
  "the list of items": { see: async (ctx) => (await listItems(ctx, "all")).length > 0, who: ["coordinator", "member", "observer", "office", "administrator"] },
  "the items of a table": { see: async (ctx, { here }) => (await itemsOfTable(ctx, here.id, "all")).length > 0, who: ["coordinator", "member", "observer", "office", "administrator"] },
  "the next agenda of the table": { see: async (ctx, { here }) => (await openItemsAt(ctx, here.id)).length > 0, who: ["coordinator", "member", "observer", "office", "administrator"] },
  "a mapping": { see: async (ctx, { campaignId }) => (await findCampaign(ctx, campaignId)).forms.length > 0, who: ["office", "administrator"] },
  "the file of a mapping": { see: async (ctx, { campaignId }) => (await mapOf(ctx, campaignId, async () => null)).rows.length > 0, who: ["office", "administrator"] },
  "the desk of the office that was asked": { see: async (ctx) => (await waiting(ctx)).some(({ id }) => id.startsWith("mapping-")), who: ["office"] },
  "a draft of order": { see: async (ctx, { draft }) => (await findProposal(ctx, draft)).id === draft, who: ["office", "administrator"] },
  "the list of proposals, drafts included": { see: async (ctx) => (await listProposals(ctx)).length === 2, who: ["office", "administrator"] },
  "a proposal open to comments": { see: async (ctx, { open }) => (await findProposal(ctx, open)).id === open, who: people },
  "the overlaps": { see: async (ctx) => (await findOverlaps(ctx, nothing)).length >= 0, who: ["office", "administrator"] },
};

/** What can be done, and by whom. */
const verbs: Record<string, { attempt(ctx: Ctx, stage: Stage): Promise<unknown>; who: readonly Who[] }> = {
  "raise an item": { attempt: (ctx, { here }) => raiseItem(ctx, here.slug, { title: "Un'altra cosa", text: "Detta da chi siede qui." }), who: ["coordinator", "member", "observer"] },
  "discuss an item": { attempt: (ctx, { itemId }) => moveItem(ctx, itemId, { step: "discuss", reason: "Ne abbiamo parlato." }), who: ["coordinator", "office"] },
  "forward an item": { attempt: (ctx, { itemId, there }) => moveItem(ctx, itemId, { step: "forward", tableId: there.id, reason: "Riguarda tutti." }), who: ["coordinator", "office"] },
  "answer an item": { attempt: (ctx, { itemId }) => moveItem(ctx, itemId, { step: "decide", outcome: "accepted", reason: "Si fa come proposto." }), who: ["coordinator", "office"] },
  "adopt rules": { attempt: (ctx, { here }) => adoptRules(ctx, here.slug, { noticeDays: 7, quorumPercent: 50, decisions: "consensus", minutesDays: 10, act: "Seduta di prova", version: 0 }), who: ["coordinator", "office", "administrator"] },
  "check whom a table represents": { attempt: (ctx, { here }) => checkCoverage(ctx, here.slug, { nextCheck: "2026-09-01" }), who: ["coordinator", "office", "administrator"] },
  "open a mapping": { attempt: (ctx, { officeId }) => openCampaign(ctx, { title: "Un'altra mappatura", due: "2026-06-01", dormantMonths: "6", offices: [officeId] }), who: ["office", "administrator"] },
  "fill in a form of a mapping": { attempt: (ctx, { formId }) => fillForm(ctx, formId, new FormData(), false), who: ["office"] },
  "begin a proposal": { attempt: (ctx) => beginProposal(ctx, { title: "Un altro riordino", reason: "Per provare chi può." }), who: ["office", "administrator"] },
  "comment a proposal": { attempt: (ctx, { open }) => comment(ctx, open, { text: "Siamo d'accordo." }), who: ["coordinator", "member", "observer", "elsewhere"] },
  "set an overlap aside": { attempt: (ctx, { here, there }) => dismissOverlap(ctx, { firstTableId: here.id, secondTableId: there.id, finding: "members", reason: "Temi diversi." }), who: ["office", "administrator"] },
};

describe("what is seen of items, mappings and proposals", () => {
  test.each(Object.entries(surfaces))("%s", async (_name, { see, who }) => {
    const set = await stage();
    const seen = [];
    for (const name of people) if (await see(set.ctx[name], set).catch(hidden)) seen.push(name);
    expect(seen).toEqual(people.filter((name) => who.includes(name)));
  });

  test("the public journal tells nothing of items, mappings and proposals", async () => {
    const { world } = await stage();
    const acts = (await world.db.read.select({ act: journalEntries.act }).from(journalEntries)).map(({ act }) => act);
    expect(acts).toContain("item.raised");
    expect(acts.filter((act) => /^(item|mapping|reorganisation|overlap|coverage)\./.test(act) && isPublicAct(act))).toEqual([]);
  });

  test("the history of a table tells those who have no seat what the public journal tells, and those who sit there all that happened", async () => {
    const { world, ctx, here, itemId } = await stage();
    await adoptRules(ctx.coordinator, here.slug, { noticeDays: 7, quorumPercent: 50, decisions: "consensus", minutesDays: 10, act: "Seduta di prova", version: 0 });
    await moveItem(ctx.coordinator, itemId, { step: "discuss", reason: "Ne abbiamo parlato." });
    const told = async (who: Who) => (await actsOf(ctx[who], await findTable(world.nobody, here.slug), { limit: 30 })).acts.map(({ what }) => what.replace(/^(Coordina|Siede) /, ""));
    const everything = ["ha discusso una questione", "ha adottato nuove regole per il tavolo «Qui»", "ha posto una questione al tavolo"];
    const rules = ["ha adottato nuove regole per il tavolo «Qui»"];
    for (const who of people) expect([who, await told(who)]).toEqual([who, ["coordinator", "member", "observer", "office", "administrator"].includes(who) ? everything : rules]);
  });

  test("every act of a table is told in words of its own, in both languages", () => {
    const code = filesEnding([".server.ts"], ["app"]).map(textOf).join("\n");
    const acts = [...code.matchAll(/act: "([a-zA-Z]+\.[a-zA-Z]+)", subject: \{ kind: "table"/g)].map(([, act]) => act ?? "");
    expect(acts.length).toBeGreaterThan(20);
    for (const locale of ["it", "en"] as const) {
      const { exists, t } = translator(locale);
      const unsaid = acts.filter((act) => !exists(`tables.history.acts.${act}`) && (!exists(`journal.acts.${act}`) || /\{\{(?!table|organisation)/.test(t(`journal.acts.${act}`, { table: "", organisation: "" }))));
      expect(unsaid).toEqual([]);
    }
  });

  test("the history of a closed table stays readable to everybody", async () => {
    const { world, here } = await stage();
    const acts = await actsOf({ ...world.nobody }, { ...here, statusResolution: null, goodPractice: null, closedAt: world.now } as never, { limit: 30 });
    expect(acts.acts).toBeInstanceOf(Array);
  });
});

describe("what is done with items, mappings and proposals", () => {
  test.each(Object.entries(verbs))("%s", async (_name, { attempt, who }) => {
    const set = await stage();
    // whoever is refused changes nothing: they all try on the same stage, before anybody succeeds
    for (const name of people) if (!who.includes(name)) expect([name, await attempt(set.ctx[name], set).then(() => true, refused)]).toEqual([name, false]);
    for (const [i, name] of who.entries()) {
      const own = i === 0 ? set : await stage();
      expect([name, await attempt(own.ctx[name], own).then(() => true, refused)]).toEqual([name, true]);
    }
  });
});

/** What is not for the viewer does not exist, or is refused with a reason. */
function hidden(failure: unknown): false {
  if (failure instanceof Problem && ["missing", "forbidden", "unauthenticated"].includes(failure.kind)) return false;
  throw failure;
}

/** A refusal carries its reason, or says that there is no such thing. */
function refused(failure: unknown): boolean {
  if (!(failure instanceof Problem)) throw failure;
  if (failure.kind === "forbidden") expect(failure.details.because).toMatch(/^(tables\.|web\.problem)/);
  return !["missing", "forbidden", "unauthenticated"].includes(failure.kind);
}
