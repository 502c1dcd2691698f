// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who must stay outside, at each door of the running server: page, interface, file and socket. */
import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { changeVisibility } from "~/documents/index.server";
import { startApplication } from "~/procedures/index.server";
import { one } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { persons, sessions } from "~db/identity/schema";
import { applications } from "~db/procedures/schema";
import { affiliations } from "~db/registry/schema";
import { writeUpdate } from "~realtime/protocol";
import { forFile, signIn, waitFor } from "~tests/harness";
import { openStage, rawSocket, signInWith } from "./documents-stage";
import { cityWithNotice, PASSWORD } from "./procedures-city";

const PAST = new Date(Date.now() - 60_000);

/** Asks as a person, or with an empty cookie as nobody. */
const ask = (origin: string, path: string, cookie: string) => fetch(origin + path, { headers: { cookie }, redirect: "manual" });

const post = (origin: string, path: string, cookie: string, fields: Record<string, string>, from = origin) =>
  fetch(origin + path, { method: "POST", headers: { cookie, Origin: from }, redirect: "manual", body: new URLSearchParams(fields) });

const cityWithApplication = forFile(async () => {
  const city = await cityWithNotice();
  const { world, lead, procedureId } = city;
  const id = await startApplication(lead.ctx, { procedureId, title: "Portineria sociale" });
  const documentId = one(await world.db.read.select({ id: applications.documentId }).from(applications).where(eq(applications.id, id)))?.id ?? "";
  const passwordHash = one(await world.db.read.select({ hash: persons.passwordHash }).from(persons).where(eq(persons.email, "alfa@test.example")))?.hash ?? null;
  await world.person("Amministrazione", { email: "admin@test.example", administrator: true, passwordHash });
  return { ...city, id, documentId };
});

test("what a stolen database says of sessions opens nothing: neither page, nor interface, nor socket", async () => {
  const { world, origin, id, documentId } = cityWithApplication();
  const mine = await signIn(origin, "alfa@test.example", PASSWORD);
  const stored = one(await world.db.read.select({ id: sessions.id }).from(sessions).orderBy(desc(sessions.createdAt)).limit(1))?.id;
  const stolen = `sessione=${stored}`;
  expect(stolen).not.toBe(mine);
  for (const path of [`/candidature/${id}`, `/api/v1/candidature/${id}`, "/scrivania"]) {
    expect([path, (await ask(origin, path, mine)).status]).toEqual([path, 200]);
    const answer = await ask(origin, path, stolen);
    expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 302, `/accesso?poi=${encodeURIComponent(path)}`]);
  }
  expect(await rawSocket(origin, documentId, { origin, cookie: mine }).opened).toBe(true);
  expect(await rawSocket(origin, documentId, { origin, cookie: stolen }).closed).toBe(4401);
});

test("before the term staff are refused with the reason at every door, whoever they are; nobody else learns that an application exists", async () => {
  const { origin, id, documentId, procedureId } = cityWithApplication();
  const doors = (application: string) => [`/candidature/${application}`, `/candidature/${application}/riepilogo`, `/candidature/${application}/esame`, `/api/v1/candidature/${application}`, `/candidature/${application}/fascicolo.json`];
  for (const email of ["ufficio@test.example", "admin@test.example"]) {
    const cookie = await signIn(origin, email, PASSWORD);
    for (const path of [...doors(id), ...doors("0190d0e5-0000-7000-8000-000000000000"), "/ricevute/2026-000001/fascicolo.json"]) {
      const answer = await ask(origin, path, cookie);
      expect([email, path, answer.status]).toEqual([email, path, 403]);
      expect(await answer.text()).toMatch(/sigillat|sealed/);
    }
    expect((await ask(origin, `/documenti/${documentId}`, cookie)).status).toBe(404);
    expect(await rawSocket(origin, documentId, { origin, cookie }).closed).toBe(4403);
  }
  const list = await ask(origin, `/procedimenti/${procedureId}/candidature`, await signIn(origin, "ufficio@test.example", PASSWORD));
  expect([list.status, await list.text()]).toEqual([403, expect.stringMatching(/sigillat|sealed/)]);
  // a body that was not invited, though it is of the same city
  const stranger = await signIn(origin, "beta@test.example", PASSWORD);
  for (const path of doors(id)) expect([path, (await ask(origin, path, stranger)).status]).toEqual([path, 404]);
  for (const path of ["/", "/registro", "/api/v1/registro", "/api/v1/procedimenti", `/procedimenti/${procedureId}`, "/documenti?quali=tutti"]) {
    for (const cookie of ["", stranger]) expect(await (await ask(origin, path, cookie)).text()).not.toMatch(/Portineria sociale|application\.|Cooperativa Alfa/);
  }
});

test("a person whose affiliation has ended is a stranger again at every door, with the session still open", async () => {
  const { world, origin, id, documentId, lead } = cityWithApplication();
  const cookie = await signIn(origin, "alfa@test.example", PASSWORD);
  expect((await ask(origin, `/candidature/${id}`, cookie)).status).toBe(200);
  await world.db.tx((tx) => tx.update(affiliations).set({ validTo: PAST }).where(eq(affiliations.id, lead.affiliationId)));
  for (const path of [`/candidature/${id}`, `/api/v1/candidature/${id}`, `/candidature/${id}/fascicolo.json`, `/documenti/${documentId}`]) {
    expect([path, (await ask(origin, path, cookie)).status]).toEqual([path, 404]);
  }
  const sent = await post(origin, `/candidature/${id}/riepilogo`, cookie, { confirmed: "on" });
  expect(sent.status).toBe(404);
  expect(await rawSocket(origin, documentId, { origin, cookie }).closed).toBe(4403);
});

test("a form or a socket opened by another site changes nothing; an ended mandate and another table change nothing either", async () => {
  const stage = await openStage();
  const ada = await stage.person("Cooperativa Lampioni", "member");
  const gone = await stage.person("Ente Uscito", "member", { mandateTo: PAST });
  const far = await stage.person("Associazione Lontana", null);
  const other = await stage.otherTable("Tavolo salute mentale", far);
  const { id } = await stage.document(ada);
  await stage.start();
  const { origin } = stage;
  const [mine, ended, stranger] = [await signIn(origin, ada.email, signInWith.password), await signIn(origin, gone.email, signInWith.password), await signIn(origin, far.email, signInWith.password)];
  const rename = { title: "Titolo di contrabbando" };

  for (const from of ["https://altrove.example", "null", `${origin}.altrove.example`, origin.replace("http", "https")]) {
    expect([from, (await post(origin, `/documenti/${id}`, mine, rename, from)).status]).toEqual([from, 403]);
    expect([from, await rawSocket(origin, id, { origin: from, cookie: mine }).closed]).toEqual([from, 1006]);
  }
  expect((await post(origin, `/documenti/${id}`, ended, rename)).status).toBe(403);
  expect((await post(origin, `/tavoli/${stage.table.slug}/documenti/nuovo`, ended, { title: "Nuovo", template: "minutes" })).status).toBe(403);
  const writing = rawSocket(origin, id, { origin, cookie: ended });
  expect(await writing.opened).toBe(true);
  const forged = new Y.Doc();
  forged.getXmlFragment("default").insert(0, [new Y.XmlElement("paragraph")]);
  writing.socket.send(writeUpdate(Y.encodeStateAsUpdate(forged)));
  await waitFor("the refusal", () => writing.denied.includes("read-only"));

  // seated and speaking at another table
  expect((await ask(origin, `/tavoli/${other.slug}/membri`, stranger)).status).toBe(200);
  for (const path of [`/documenti/${id}`, `/documenti/${id}.data`]) expect([path, (await ask(origin, path, stranger)).status]).toEqual([path, 404]);
  expect((await post(origin, `/documenti/${id}`, stranger, rename)).status).toBe(404);
  expect((await post(origin, `/tavoli/${stage.table.slug}/documenti/nuovo`, stranger, { title: "Nuovo", template: "minutes" })).status).toBe(403);
  expect(await rawSocket(origin, id, { origin, cookie: stranger }).closed).toBe(4403);
  expect(one(await stage.db.read.select({ title: documents.title }).from(documents).where(eq(documents.id, id)))?.title).toBe("Verbale di marzo");
});

test("a public text is read on its page by anybody, while who writes it is seen by name only from its table", async () => {
  const stage = await openStage();
  const lea = await stage.person("Direzione Welfare", "coordinator");
  const far = await stage.person("Associazione Lontana", null);
  const { id } = await stage.document(lea);
  await changeVisibility(stage.now(lea), { documentId: id, visibility: "public" });
  await stage.start();
  const { origin } = stage;
  const stranger = await signIn(origin, far.email, signInWith.password);
  for (const cookie of ["", stranger]) {
    const page = await ask(origin, `/documenti/${id}`, cookie);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain("Referente Direzione Welfare");
  }
  expect(await rawSocket(origin, id, { origin, cookie: stranger }).closed).toBe(4403);
  expect(await rawSocket(origin, id, { origin, cookie: await signIn(origin, lea.email, signInWith.password) }).opened).toBe(true);
});
