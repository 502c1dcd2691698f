// SPDX-License-Identifier: AGPL-3.0-or-later
/** Ties realtime to the house: who enters, where text is kept, what must be asked again after an act. */
import { inArray } from "drizzle-orm";
import { admitToDocument, openTextStore, SCHEMA_VERSION, writeDownLosses } from "~/documents/index.server";
import { sessionIn, type Sessions } from "~/identity/index.server";
import { followJournal, type JournalEntry } from "~/journal/index.server";
import { actorOfSession } from "~/registry/index.server";
import type { Env } from "~/web/env.server";
import type { Logger } from "~/web/log.server";
import type { Database } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { affiliations } from "~db/registry/schema";
import { mandates, seats } from "~db/tables/schema";
import { attachRealtime, type Hub, sameOrigin, type Scope } from "~realtime/index.server";

/** Acts after which somebody inside a document may have gained or lost something. */
const CONCERNS = /^(seat|mandate|affiliation|person|account|password|session|voice|organisation|joinRequest|table|document)\./;
/** A new title, a new document or a version kept change nobody's access. */
const HARMLESS = new Set(["document.created", "document.renamed", "document.restored", "document.versionMade", "document.recovered", "document.rowSetAside"]);
/** Acts beside the text of a document (`data.documentId`), and the word with which its open pages hear of them. */
const BESIDE: Record<string, string> = { comment: "comments", suggestion: "suggestions", answer: "suggestions", observation: "observations", position: "positions" };

type Parts = { env: Env; log: Logger; db: Database; sessions: Sessions };

export async function openRealtime({ env, log, db, sessions }: Parts): Promise<{ hub: Hub; close(): Promise<void> }> {
  const store = openTextStore(db, log);
  let writing: Promise<unknown> = Promise.resolve();
  const writeDown = () => {
    writing = writing.then(() => writeDownLosses({ db, now: new Date() })).catch((err: unknown) => log.error({ err }, "what happened to a text could not be written down"));
  };
  const hub = attachRealtime(null, {
    admit: async (request, documentId) => {
      const now = new Date();
      const { actor } = await actorOfSession(db, sessions, sessionIn(request.headers.cookie), now);
      return admitToDocument(db, actor, documentId, now);
    },
    store,
    schema: String(SCHEMA_VERSION),
    textRules: "app/documents/schema/text-rules.ts",
    onLoss: writeDown,
    originAllowed: sameOrigin([env.origin]),
    log,
    clock: () => new Date(),
    addressOf: env.TRUST_PROXY > 0 ? (request) => forwardedAddress(request.headers["x-forwarded-for"], env.TRUST_PROXY) : undefined,
  });
  const following = await followJournal(
    db,
    async (entry) => {
      const topic = BESIDE[entry.act.split(".")[0] ?? ""];
      if (topic && typeof entry.data.documentId === "string") hub.ping(entry.data.documentId, topic);
      const scope = await concernedBy(db, entry);
      if (scope) await hub.invalidate(scope);
    },
    (err) => log.error({ err }, "an act could not be followed into the open documents"),
  );
  // what a crash kept from being written down
  writeDown();
  return {
    hub,
    async close() {
      await following.stop();
      await hub.close();
      await writing;
      await store.close();
    },
  };
}

/** Whose connections an act concerns; null when nobody's. Rather too many than too few: asking again costs little. */
export async function concernedBy(db: Database, entry: Pick<JournalEntry, "act" | "subjectKind" | "subjectId" | "data" | "personId" | "organisationId">): Promise<Scope | null> {
  if (!CONCERNS.test(entry.act) || HARMLESS.has(entry.act)) return null;
  const named = (kind: string) => [
    ...(entry.subjectKind === kind ? [entry.subjectId] : []),
    ...[entry.data[`${kind}Id`], entry.data[`${kind}Ids`]].flat().filter((id): id is string => typeof id === "string"),
  ];
  const scope = {
    personIds: [...named("person"), ...named("account")],
    organisationIds: named("organisation"),
    documentIds: named("document"),
    sessionIds: named("session"),
  };
  // what one does to one's own sessions concerns oneself
  if (/^(session|account|password|person|voice)\./.test(entry.act) && entry.personId) scope.personIds.push(entry.personId);
  const read = db.read;
  const seatIds = named("seat");
  const mandateIds = named("mandate");
  const affiliationIds = named("affiliation");
  const tableIds = named("table");
  if (mandateIds.length > 0) {
    const rows = await read.select({ affiliationId: mandates.affiliationId }).from(mandates).where(inArray(mandates.id, mandateIds));
    affiliationIds.push(...rows.map((row) => row.affiliationId));
  }
  if (affiliationIds.length > 0) {
    const rows = await read.select({ personId: affiliations.personId }).from(affiliations).where(inArray(affiliations.id, affiliationIds));
    scope.personIds.push(...rows.map((row) => row.personId));
  }
  if (seatIds.length > 0) {
    const rows = await read.select({ organisationId: seats.organisationId }).from(seats).where(inArray(seats.id, seatIds));
    scope.organisationIds.push(...rows.map((row) => row.organisationId));
  }
  if (tableIds.length > 0) {
    const rows = await read.select({ id: documents.id }).from(documents).where(inArray(documents.scopeId, tableIds));
    scope.documentIds.push(...rows.map((row) => row.id));
  }
  return Object.values(scope).some((ids) => ids.length > 0) ? scope : null;
}

/** The address that the outermost trusted proxy saw. */
function forwardedAddress(header: string | string[] | undefined, proxies: number): string {
  const addresses = [header ?? ""].flat().join(",").split(",");
  return (addresses.at(-proxies) ?? "").trim();
}
