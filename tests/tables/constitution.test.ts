// SPDX-License-Identifier: AGPL-3.0-or-later
/** The draft sheet with which a table is constituted, and the shared text that begins with it. */
import { expect, test } from "vitest";
import { action, loader } from "~/documents/constitution-document.page";
import { readDocumentContent } from "~/documents/index.server";
import { constitutionSheet, grantSeat } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { makeWorld, type World } from "~tests/harness";

/** Sends the form of the sheet as the browser does, and gives the answer. */
async function begin(world: World, ctx: Ctx, slug: string): Promise<{ status: number; to: string }> {
  const site = { db: world.db, clock: () => world.now, whoSpeaks: async () => ({ actor: ctx.actor, setCookie: null }) };
  const request = new Request(`http://concerto.test/tavoli/${slug}/costituzione/documento`, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "" });
  const answer: unknown = await action({ request, params: { slug }, context: { site, nonce: "", requestId: "prova", address: "local" } } as never).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("Location") ?? "" };
  return { status: (answer as { init?: { status?: number } }).init?.status ?? 200, to: "" };
}

async function stage() {
  const world = await makeWorld();
  const office = await world.organisation("Direzione Welfare", { kind: "directorate" });
  const coordinator = await world.voice(office.id, { capacity: "officer" });
  const table = await world.table("Tavolo da formalizzare", { ownerOrganisationId: office.id, periodicity: "Ogni due mesi" });
  await world.seat(table.id, office.id, { role: "coordinator", voices: [coordinator] });
  const body = await world.organisation("ODV Notte Breve");
  const member = await world.voice(body.id);
  await world.seat(table.id, body.id, { voices: [member] });
  const witness = await world.organisation("Università", { kind: "university" });
  await grantSeat(coordinator.ctx, { tableId: table.id, organisationId: witness.id, role: "observer", kind: "key_witness", basis: "Invito del coordinamento" });
  return { world, table, coordinator, member };
}

test("the constitution sheet of a table becomes a shared draft with its facts, its gaps, its seats and its rules", async () => {
  const { world, table, coordinator } = await stage();
  const { status, to } = await begin(world, coordinator.ctx, table.slug);
  expect([status, to]).toEqual([302, expect.stringMatching(/^\/documenti\/[\w-]+$/)]);
  const { text } = await readDocumentContent(coordinator.ctx, to.split("/").at(-1) ?? "");
  for (const said of ["Tavolo da formalizzare", "Ogni due mesi", "da completare", "ODV Notte Breve, membro", "Università, osservatore, testimone privilegiato (Invito del coordinamento)"]) expect(text.toLowerCase()).toContain(said.toLowerCase());
});

test("whoever may not change the table can neither read the sheet nor begin the draft, and opening its address by hand leads to the sheet", async () => {
  const { world, table, member } = await stage();
  await expect(constitutionSheet(member.ctx, table.slug)).rejects.toMatchObject({ kind: "forbidden" });
  expect((await begin(world, member.ctx, table.slug)).status).toBe(403);
  expect(await begin(world, world.nobody, table.slug)).toMatchObject({ status: 302, to: expect.stringContaining("/accesso") });
  expect((await begin(world, member.ctx, "nessun-tavolo")).status).toBe(404);
  const context = { site: { db: world.db, clock: () => world.now, whoSpeaks: async () => ({ actor: null, setCookie: null }) } };
  const back: unknown = await loader({ request: new Request("http://concerto.test/"), params: { slug: table.slug }, context } as never).catch((thrown: unknown) => thrown);
  expect((back as Response).headers.get("Location")).toBe(`/tavoli/${table.slug}/costituzione`);
});
