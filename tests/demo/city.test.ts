// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { desc, isNotNull, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { listProcedures, openNotices, verifySeals } from "~/procedures/index.server";
import { figuresOf, listWorkshops, localBodiesOf } from "~/meetings/index.server";
import { isOverdue as isLate } from "~/meetings/commitments/commitment";
import { minutesState } from "~/meetings/minutes/minutes";
import { verifyJournal } from "~/journal/index.server";
import { documents } from "~db/documents/schema";
import { journalEntries } from "~db/journal/schema";
import { persons } from "~db/identity/schema";
import { commitments } from "~db/meetings/commitments";
import { decisions } from "~db/meetings/decisions";
import { amendments, minutes } from "~db/meetings/minutes";
import { forfeitures } from "~db/meetings/forfeitures";
import { meetingPolls, meetings } from "~db/meetings/schema";
import { liaisons, workshopRegistrations } from "~db/meetings/workshops";
import { actionPartners, planActions, planAreas, planObjectives, planStrategies, tableFollowsObjective } from "~db/plan/schema";
import { type ItemState, isOverdue } from "~/tables";
import { itemStates } from "~/tables/items/item";
import { applicationPartners, applications } from "~db/procedures/schema";
import { outbox } from "~db/notices/schema";
import { realtimeUpdates } from "~db/realtime/schema";
import { affiliationFiles, affiliations, organisations } from "~db/registry/schema";
import { coverageChecks, coverageTasks, items, joinRequests, mandateFiles, mandates, mappingForms, reorganisationComments, reorganisations, seats, workingTables } from "~db/tables/schema";
import { type Database, openDatabase } from "~db/client.server";
import { fillDemo } from "~db/demo/seed";
import { temporaryFolder, TODAY } from "~tests/harness";

const asNobody = (db: Database) => ({ actor: null, now: TODAY, db, locale: "it" as const, requestId: "prova", address: "local" });

test("the demonstration city holds its tables, bodies, voices and plan, its journal is whole, and filling again changes nothing", async () => {
  const folder = temporaryFolder();
  const dataDir = join(folder, "data-demo");
  expect(await fillDemo({ dataDir }, TODAY)).toBe(true);
  const db = await openDatabase({ dataDir });
  const count = (table: Parameters<typeof db.read.$count>[0]) => db.read.$count(table);
  expect({
    tables: await count(workingTables),
    bodies: await count(organisations),
    accounts: await count(persons),
    affiliations: await count(affiliations),
    areas: await count(planAreas),
  }).toEqual({ tables: 7, bodies: 46, accounts: 41, affiliations: 41, areas: 12 });
  expect(await count(seats)).toBeGreaterThan(60);
  expect(await count(mandates)).toBeGreaterThan(60);
  expect(await count(joinRequests)).toBe(4);
  expect(await count(planObjectives)).toBeGreaterThan(30);
  expect(await count(planStrategies)).toBeGreaterThan(40);
  expect(await count(tableFollowsObjective)).toBe(13);
  expect(await count(planActions)).toBe(15);
  expect(await count(actionPartners)).toBeGreaterThan(10);

  const [open, past] = [await openNotices(asNobody(db)), await listProcedures(asNobody(db), { when: "past" })];
  expect([open.length, past.map(({ kind, state }) => `${kind} ${state}`).sort()]).toEqual([1, ["co_design closed", "co_programming admitted"]]);
  expect((await db.read.select({ state: applications.state }).from(applications)).map(({ state }) => state).sort()).toEqual(["admitted", "admitted", "draft", "submitted", "submitted"]);
  expect(await count(applicationPartners)).toBe(10);
  expect(await verifySeals(db.read)).toMatchObject({ ok: true, packages: 4 });
  expect(await count(documents)).toBeGreaterThanOrEqual(9);
  expect(await count(realtimeUpdates)).toBeGreaterThan(20);

  await assertOrder(db);
  await assertDistricts(db);
  await assertRecord(db);

  const verdict = await verifyJournal(db.read);
  expect(verdict).toMatchObject({ ok: true });
  const instants = (await db.read.select({ at: journalEntries.at }).from(journalEntries).orderBy(desc(journalEntries.seq))).map(({ at }) => at.getTime());
  expect(instants).toEqual([...instants].sort((a, b) => b - a));
  expect(Math.max(...instants)).toBeLessThanOrEqual(TODAY.getTime());
  await db.close();

  expect(await fillDemo({ dataDir }, new Date(TODAY.getTime() + 86_400_000))).toBe(false);
  const again = await openDatabase({ dataDir });
  expect(await verifyJournal(again.read)).toEqual(verdict);
  await again.close();
  // built beside and moved into place: nothing is left behind
  expect(readdirSync(folder)).toEqual(["data-demo"]);
});

/** What a person finds on the pages where the tables are put in order: items in every state, a mapping with gaps, a proposal under discussion. */
async function assertOrder(db: Database): Promise<void> {
  const states = (await db.read.select({ state: items.state }).from(items)).map(({ state }) => state);
  const count = (state: string) => states.filter((each) => each === state).length;
  expect(Object.fromEntries(itemStates.map((state) => [state, count(state)]))).toEqual({ raised: 4, forwarded: 4, received: 3, discussed: 4, accepted: 4, adapted: 2, not_taken: 2, resolved: 1, reopened: 0 });
  expect((await db.read.select({ due: items.due, state: items.state }).from(items)).filter(({ due, state }) => isOverdue({ state: state as ItemState, due }, TODAY)).length).toBeGreaterThanOrEqual(1);

  const forms = await db.read.select().from(mappingForms);
  expect([forms.length, forms.filter(({ returnedAt }) => returnedAt !== null).length, forms.filter(({ appliedAt }) => appliedAt !== null).length]).toEqual([11, 10, 1]);
  expect((await db.read.select({ state: reorganisations.state }).from(reorganisations)).map(({ state }) => state).sort()).toEqual(["open", "withdrawn"]);
  expect(await db.read.$count(reorganisationComments)).toBe(6);
  expect(await db.read.$count(coverageChecks)).toBe(3);
  const tasks = await db.read.select({ state: coverageTasks.state, dimension: coverageTasks.dimension }).from(coverageTasks);
  expect(tasks.filter(({ state }) => state === "invited").map(({ dimension }) => dimension)).toContain("neighbourhood");
  expect(tasks.filter(({ state }) => state === "invited")).toHaveLength(2);
  // powers that rest on an act: of an appointment, and of a mandate
  expect([await db.read.$count(affiliationFiles), await db.read.$count(mandateFiles)]).toEqual([1, 1]);
}

/** What a person finds on the pages of workshops and Municipi: the season with its figures, and what tables did with what was brought. */
async function assertDistricts(db: Database): Promise<void> {
  const nobody = asNobody(db);
  // city's plan, chapter 5: 26 workshops, 13 themes, 396 people, 134 of the Comune and 262 of over a hundred bodies
  expect(await figuresOf(nobody, { district: null })).toMatchObject({ workshops: 26, themes: 13, people: 396, comune: 134, others: 262, bodies: 104 });
  const { coming, past } = await listWorkshops(nobody);
  expect([coming.length, past.length]).toEqual([2, 30]);
  expect([await localBodiesOf(nobody, 4), await localBodiesOf(nobody, 9)].map(({ length }) => length)).toEqual([7, 6]);
  expect(await db.read.$count(liaisons)).toBe(6);
  const places = (await db.read.select({ place: workshopRegistrations.place }).from(workshopRegistrations)).map(({ place }) => place).sort();
  expect(places).toEqual(["seat", "seat", "seat", "waiting"]);
}

/** What a person finds on the pages of meetings: minutes in every state, decisions taken and not, commitments kept and late, dates to choose. */
async function assertRecord(db: Database): Promise<void> {
  const told = (await db.read.select().from(minutes)).map((row) => `${minutesState(row)}${row.publication ? ` ${row.publication}` : ""}${row.correctsId ? ", a correction" : ""}`);
  expect(told.sort()).toEqual(["approved", "circulated", "circulated", "published extract", "published extract", "published full", "published none", "writing", "writing, a correction"]);
  expect((await db.read.select({ outcome: amendments.outcome }).from(amendments)).map(({ outcome }) => outcome ?? "open").sort()).toEqual(["accepted", "annexed", "open", "open"]);
  expect((await db.read.select({ method: decisions.method, outcome: decisions.outcome }).from(decisions)).map(({ method, outcome }) => `${method} ${outcome}`).sort()).toEqual(["consensus not_taken", "consensus taken", "consensus taken", "consensus taken", "vote taken", "vote taken"]);
  const promised = await db.read.select().from(commitments);
  const states = promised.map((row) => (isLate(row, TODAY) ? "late" : row.state));
  expect([states.filter((state) => state === "late").length, states.filter((state) => state === "done").length, states.filter((state) => state === "open").length]).toEqual([2, 3, 7]);
  expect((await db.read.select({ closedAt: meetingPolls.closedAt }).from(meetingPolls)).map(({ closedAt }) => closedAt !== null).sort()).toEqual([false, true]);
  expect(await db.read.$count(meetings, isNotNull(meetings.seriesId))).toBe(6);
  expect((await db.read.select({ outcome: forfeitures.outcome }).from(forfeitures)).map(({ outcome }) => outcome)).toEqual(["kept"]);
  expect(await db.read.$count(outbox, isNull(outbox.sentAt))).toBe(0);
}
