// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who reads what and who does what, on every surface at once: pages, lists narrowed by words, feeds, files, the interface, letters, sockets. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { admitToDocument } from "~/documents/index.server";
import { sessionIn } from "~/identity/index.server";
import { actorOfSession } from "~/registry/index.server";
import { readEnv } from "~/web/env.server";
import { openDatabase } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { journalEntries } from "~db/journal/schema";
import { outbox } from "~db/notices/schema";
import { attachRealtime, databaseStore, sameOrigin } from "~realtime/index.server";
import { readMessage } from "~realtime/protocol";
import { textOf } from "~tests/rules/sources";
import { addressOf } from "./addresses";
import { addresses, type Answer, type Doors, doorsOf, otherAddresses } from "./ask";
import { type City, type Role, roles, surfacesCity, type Thing, words } from "./city";
import { otherDomains } from "./other-domains";
import { opens, readers } from "./readers";
import { listed, verbs } from "./verbs";

let city: City;
let doors: Doors;
const folder = mkdtempSync(join(tmpdir(), "concerto-surfaces-"));

beforeAll(async () => {
  const db = await openDatabase({ dataDir: folder });
  city = await surfacesCity(db);
  doors = await doorsOf(city);
  return async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

const shut = ({ status, text }: { status: number; text: string }) => status === 403 || status === 404 || (status === 302 && text.startsWith("/accesso"));

/** Where the same pages lead for the table on a delicate theme, and lists narrowed by the words of each thing. */
function further(): [path: string, address: string][] {
  const { delicate, delicateMeeting, drafted, draftedWorkshop } = city;
  const delicatePages = ["", "/membri", "/storia", "/incontri", "/incontri.ics", "/verbali", "/rappresentanza", "/regole"].map((more): [string, string] => [`tavoli/:slug${more}`, `tavoli/${delicate.slug}${more}`]);
  return [...delicatePages, ["api/v1/tavoli/:slug", `api/v1/tavoli/${delicate.slug}`], ["incontri/:id", `incontri/${delicateMeeting}`], ["incontri/:id/incontro.ics", `incontri/${delicateMeeting}/incontro.ics`], ["incontri/:id", `incontri/${drafted}`], ["laboratori/:id", `laboratori/${draftedWorkshop}`],
    // a search for what a body keeps to itself finds nothing that says so
    ...[words.tableContact, words.registryContact, words.plainName].map((word): [string, string] => ["enti", `enti?testo=${word}`])];
}

/** Files that are long to make: who may have them is asked once, who may not always. */
const LONG = ["incontri/:id/fascicolo.pdf", "incontri/monitoraggio/:file"];

describe("what everybody finds", () => {
  test("every address of these domains says for whom it opens, and opens for them alone; what is not for somebody is written nowhere that they can open", async () => {
    expect(addresses.map(({ path }) => path).filter((path) => !(path in opens))).toEqual([]);
    expect(Object.keys(opens).filter((path) => !addresses.some((row) => row.path === path))).toEqual([]);
    const found = new Map<Thing, Set<Role>>();
    const wrong: string[] = [];
    const look = async (role: Role, path: string, address: string) => {
      const answer = await doors.ask(role, path, address);
      if (answer.status !== 200) return answer;
      for (const [thing, word] of Object.entries(words) as [Thing, string][]) {
        if (!answer.text.includes(word) || address.includes(word)) continue;
        found.set(thing, (found.get(thing) ?? new Set()).add(role));
        if (!listed(readers[thing]).includes(role)) wrong.push(`${role} reads ${thing} at ${address}`);
      }
      return answer;
    };
    for (const role of roles) {
      for (const { path } of addresses) {
        const open = listed(opens[path] ?? "").includes(role);
        if (open && LONG.includes(path) && role !== listed(opens[path] ?? "").at(-1)) continue;
        const answer = await look(role, path, addressOf(path, city));
        if (open ? answer.status !== 200 : !shut(answer)) wrong.push(`${role} gets ${answer.status} at ${path}`);
      }
      for (const [path, address] of further()) await look(role, path, address);
    }
    expect(wrong).toEqual([]);
    // and whoever may, does find it
    const things = Object.keys(words) as Thing[];
    const told = (reads: (thing: Thing, role: Role) => boolean) => Object.fromEntries(things.map((thing) => [thing, roles.filter((role) => reads(thing, role)).join(" ")]));
    expect(told((thing, role) => found.get(thing)?.has(role) ?? false)).toEqual(told((thing, role) => listed(readers[thing]).includes(role)));
  }, 240_000);

  test("no letter tells anybody what they may not read, and none tells the name or the agenda of a table on a delicate theme", async () => {
    const letters = await city.db.read.select().from(outbox);
    const addressees = new Map((await city.db.read.select({ id: persons.id, email: persons.email }).from(persons)).map(({ id, email }) => [email, id]));
    const roleOf = (email: string) => roles.filter((role) => role !== "nobody" && city.people[role].personId === addressees.get(email));
    const wrong: string[] = [];
    for (const { recipient, subject, body, attachments } of letters) {
      const written = `${subject} ${body} ${JSON.stringify(attachments)}`;
      for (const [thing, word] of Object.entries(words) as [Thing, string][]) {
        const own = recipient === word || (thing === "registered" && recipient === "iscritta@persona.example");
        if (written.includes(word) && !own && !roleOf(recipient).some((role) => listed(readers[thing]).includes(role))) wrong.push(`${thing} to ${recipient}`);
      }
      if (/Tavolo delicato/.test(written) || written.includes(words.sensitiveMeeting) || written.includes(words.sensitivePoint)) wrong.push(`a delicate table in «${subject}»`);
    }
    expect(wrong).toEqual([]);
    expect(letters.length).toBeGreaterThan(8);
  });

  test("the socket of a text opens for who may read it, with what they may do there", async () => {
    const env = readEnv();
    const quiet = { info() {}, warn() {}, error() {} };
    const server = createServer();
    const hub = attachRealtime(server, {
      admit: async (request, documentId) => admitToDocument(city.db, (await actorOfSession(city.db, doors.sessions, sessionIn(request.headers.cookie), doors.now)).actor, documentId, doors.now),
      store: databaseStore(city.db, quiet),
      originAllowed: sameOrigin([env.origin]),
      log: quiet,
      clock: () => doors.now,
    });
    await new Promise<void>((ready) => server.listen(0, "localhost", ready));
    onTestFinished(async () => {
      await hub.close();
      server.close();
    });
    const enters = (role: Role) =>
      new Promise<string>((settle) => {
        const cookie = doors.cookies.get(role);
        const socket = new WebSocket(`ws://localhost:${(server.address() as AddressInfo).port}/realtime/${city.documentId}?p=1`, { headers: { Origin: env.origin, ...(cookie ? { Cookie: cookie } : {}) } });
        socket.on("message", (bytes: Buffer) => {
          const message = readMessage(new Uint8Array(bytes));
          if (message.type !== "control" || message.control.type !== "welcome") return;
          settle(message.control.access);
          socket.close();
        });
        socket.on("close", (code) => settle(String(code)));
        socket.on("error", (failure) => settle(failure.message));
      });
    const admitted: Record<Role, string> = { nobody: "4401", stranger: "4403", observer: "read", member: "write", president: "read", coordinator: "write", office: "4403", municipio: "4403", administrator: "4403" };
    for (const role of roles) expect([role, await enters(role)]).toEqual([role, admitted[role]]);
  });
});

describe("what everybody can do", () => {
  test("every verb of these pages says who may, and is refused to everybody else with nothing changed", async () => {
    const doable = addresses.filter(({ file }) => textOf(`app/${file}`).includes("export const action"));
    expect(doable.map(({ path }) => path).filter((path) => !(path in verbs))).toEqual([]);
    for (const { path, file } of doable) {
      const action = /export const action[\s\S]*?\n\S.*;/.exec(textOf(`app/${file}`))?.[0] ?? "";
      const told = Object.entries(verbs[path] ?? {}).flatMap(([name, { form }]) => [name, ...Object.values(form(city))]);
      const asked = [...action.matchAll(/case "([\w-]+)"|(?:step|intent|\)) === "([\w-]+)"/g)].map((match) => match[1] ?? match[2] ?? "").filter((name) => !["convened", "string"].includes(name));
      expect([path, asked.filter((name) => !told.includes(name))]).toEqual([path, []]);
    }
    const wrong: string[] = [];
    const each = async (mine: (role: Role, who: Role[]) => boolean, judge: (answer: Answer) => boolean) => {
      for (const [path, named] of Object.entries(verbs)) {
        for (const [verb, { who, form }] of Object.entries(named)) {
          for (const role of roles.filter((each) => mine(each, listed(who)))) {
            const answer = await doors.ask(role, path, addressOf(path, city), form(city));
            if (!judge(answer)) wrong.push(`${role}: ${verb} at ${path} answers ${answer.status} ${answer.text.slice(0, 120)}`);
          }
        }
      }
    };
    const before = await acts();
    await each((role, who) => !who.includes(role), shut);
    expect(wrong).toEqual([]);
    expect(await acts()).toEqual(before);
    // after the policy has said yes, a thing may not be there, or be at another point of its way: said with another reason
    await each((role, who) => who.includes(role), (answer) => !shut(answer) || answer.status === 404 || (answer.status === 403 && !/\.policy\./.test(answer.text)));
    expect(wrong).toEqual([]);
  }, 240_000);
});

describe("the domains that have matrices of their own", () => {
  const literal = (path: string) => path.split("/").filter((part) => !part.startsWith(":")).at(-1) ?? path;
  /** The text of a page, or of the one whose loader it lends. */
  const pageOf = (file: string): string => {
    const lent = /^export \{ loader \} from "\.\/(.*)";/m.exec(textOf(`app/${file}`))?.[1];
    return textOf(`app/${lent ? file.replace(/[^/]+$/, `${lent}.tsx`) : file}`);
  };
  const addressIn = (path: string) => path.replace(/^(documenti)\/:id/, `$1/${city.documentId}`).replace(/^tavoli\/:slug/, `tavoli/${city.plain.slug}`).replace(/:[a-z0-9]+/gi, "nessuno");

  test("every address is named with whom it opens for, what can be done there, and the test that says who may; that test speaks of what the page calls", () => {
    expect(otherAddresses.map(({ path }) => path).filter((path) => !(path in otherDomains))).toEqual([]);
    expect(Object.keys(otherDomains).filter((path) => !otherAddresses.some((row) => row.path === path))).toEqual([]);
    const wrong = otherAddresses.flatMap(({ path, file }) => {
      const page = pageOf(file);
      const { by, verbs: told = [] } = otherDomains[path] ?? { by: "" };
      const doable = /export (const|async function) action/.test(page);
      const action = /export (?:const|async function) action[\s\S]*?\n\S.*[;}]/.exec(page)?.[0] ?? "";
      const asked = [...action.matchAll(/case "([\w-]+)"|(?:step|intent|do|visibility|\)) === "([\w-]+)"/g)].map((match) => match[1] ?? match[2] ?? "");
      const called = [...page.matchAll(/import \{([^}]*)\} from "[^"]*(?:server|page)";/g)].flatMap(([, names = ""]) => names.split(",").map((name) => name.trim().split(" ")[0] ?? ""));
      const proof = textOf(by);
      const proves = called.some((name) => name.length > 3 && new RegExp(`\\b${name}\\b`).test(proof)) || proof.includes(`~/${file.replace(/\.tsx$/, "")}`) || (by.startsWith("tests/flows/") && proof.includes(literal(path))) || proof === textOf("tests/transparency/surfaces/surfaces.test.ts");
      return [
        ...(told.length > 0 === doable ? [] : [`${path}: say what can be done there, or that nothing can`]),
        ...asked.filter((verb) => !told.includes(verb)).map((verb) => `${path}: «${verb}» is not named`),
        ...(proves ? [] : [`${path}: ${by} speaks of nothing that the page calls`]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test("what is not for everybody is shut to who has not signed in, what is near to somebody else too; nothing they send changes anything", async () => {
    const wrong: string[] = [];
    const before = await acts();
    for (const { path } of otherAddresses) {
      const { opens: whom = "everybody", verbs: told = [], sentByAnybody } = otherDomains[path] ?? {};
      const kept: Role[] = whom === "near" ? ["nobody", "stranger"] : whom === "signedIn" ? ["nobody"] : [];
      for (const role of kept) {
        const answer = await doors.ask(role, path, addressIn(path));
        if (!shut(answer) && answer.status !== 302 && answer.text !== "") wrong.push(`${role} gets ${answer.status} at ${path}`);
      }
      if (told.length === 0 || sentByAnybody) continue;
      for (const role of whom === "signedIn" ? (["nobody"] as const) : (["nobody", "stranger"] as const)) {
        const answer = await doors.ask(role, path, addressIn(path), { do: told[0] ?? "", intent: told[0] ?? "", step: told[0] ?? "" });
        // who may not is told so before or after what the form lacks; never that it was done
        if (!(shut(answer) || answer.status >= 400)) wrong.push(`${role}: ${told[0]} at ${path} answers ${answer.status} ${answer.text.slice(0, 120)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await acts()).toEqual(before);
  }, 120_000);
});

/** How many acts the register holds. */
async function acts(): Promise<number> {
  return (await city.db.read.select({ seq: journalEntries.seq }).from(journalEntries)).length;
}
