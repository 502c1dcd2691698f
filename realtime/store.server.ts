// SPDX-License-Identifier: AGPL-3.0-or-later
/** The store over the database door. A commit here is an fsync, which is what an acknowledgement promises. */
import { createHash } from "node:crypto";
import { and, asc, eq, gt, gte, inArray } from "drizzle-orm";
import * as Y from "yjs";
import type { Database, Db } from "~db/client.server";
import { one } from "~db/client.server";
import { RECOVERY_MS } from "~db/epochs.server";
import { newId } from "~db/id";
import {
  realtimeBases as bases,
  realtimeBindings as bindings,
  realtimeDocuments as documents,
  realtimeEpochs as epochs,
  realtimeQuarantine as quarantined,
  realtimeSetAside as aside,
  realtimeUpdates as updates,
} from "~db/realtime/schema";
import { leaveOut } from "./leave-out";
import { type Log, type NewUpdate, type Owner, ownerKey, type Store, type StoredDocument } from "./ports";

/** Rows of one INSERT: engines limit the number of values in a statement. */
const ROWS_PER_INSERT = 500;

export function databaseStore(db: Database, log: Log): Store {
  // the first question takes several times as long as any other: nobody should wait for it
  void load(db, log, "").catch(() => {});
  return {
    load: (documentId, how) => load(db, log, documentId, how),
    append: (batch) => db.tx((tx) => append(tx, batch)),
    async quarantine(refused) {
      const { who, bytes, ...facts } = refused;
      await db.tx(async (tx) => {
        await tx.insert(quarantined).values({
          id: newId(),
          ...facts,
          personId: who.personId,
          organisationId: who.organisationId,
          bytes: asBuffer(bytes),
        });
      });
    },
    compact: (documentId, next) =>
      db.tx(async (tx) => {
        const current = one(await tx.select({ seq: bases.seq }).from(bases).where(eq(bases.documentId, documentId)));
        if ((current?.seq ?? 0) !== next.expectedBaseSeq) return false;
        const row = baseRow(next);
        await tx
          .insert(bases)
          .values({ documentId, ...row })
          .onConflictDoUpdate({ target: bases.documentId, set: row });
        return true;
      }),
    setAside: (documentId, { seqs, at, reason }) =>
      db.tx(async (tx) => {
        const known = await tx.select({ seq: aside.seq }).from(aside).where(eq(aside.documentId, documentId));
        const fresh = seqs.filter((seq) => !known.some((row) => row.seq === seq));
        await leaveAside(tx, documentId, fresh, at, reason);
      }),
  };
}

/** See `Store.setAside`. */
async function leaveAside(tx: Db, documentId: string, seqs: number[], at: Date, reason: "damaged" | "unreadable"): Promise<void> {
  if (seqs.length === 0) return;
  const rows = await tx
    .select()
    .from(updates)
    .where(and(eq(updates.documentId, documentId), inArray(updates.seq, seqs)));
  for (const { seq, personId, organisationId, connectionId, bytes } of rows) {
    await tx.insert(aside).values({ documentId, seq, at, reason });
    await tx.insert(quarantined).values({ id: newId(), documentId, at, personId, organisationId, connectionId, reason, bytes });
  }
  await tx.delete(bases).where(and(eq(bases.documentId, documentId), gte(bases.seq, Math.min(...seqs))));
  const document = one(await tx.select().from(documents).where(eq(documents.id, documentId)));
  if (!document) return;
  const epoch = document.epoch + 1;
  await tx.update(documents).set({ epoch }).where(eq(documents.id, documentId));
  await tx.insert(epochs).values({ documentId, epoch, afterSeq: document.headSeq, at, cause: reason });
}

/** The columns of a base. `createDocument` writes one too. */
export function baseRow({ seq, at, state, summary }: { seq: number; at: Date; state: Uint8Array; summary: Uint8Array | null }) {
  const { ofState, ofBoth } = fingerprints(state, summary);
  return { seq, at, state: asBuffer(state), sha256: ofState, summary: summary && asBuffer(summary), summarySha256: ofBoth };
}

async function load(db: Database, log: Log, documentId: string, { now, fromStart = false }: Parameters<Store["load"]>[1] = {}): Promise<StoredDocument | undefined> {
  const document = one(await db.read.select().from(documents).where(eq(documents.id, documentId)));
  if (!document) return undefined;
  const found = fromStart ? undefined : one(await db.read.select().from(bases).where(eq(bases.documentId, documentId)));
  const prints = found && fingerprints(found.state, found.summary);
  const damaged = found !== undefined && prints?.ofState !== found.sha256;
  if (damaged) log.error({ documentId, seq: found.seq }, "A stored base is damaged; rebuilding from the log");
  const base = damaged ? undefined : found;
  const rows = await db.read
    .select({ seq: updates.seq, bytes: updates.bytes })
    .from(updates)
    .where(and(eq(updates.documentId, documentId), gt(updates.seq, base?.seq ?? 0)))
    .orderBy(asc(updates.seq));
  const left = await db.read.select({ seq: aside.seq, reason: aside.reason }).from(aside).where(eq(aside.documentId, documentId));
  const bound = await db.read.select().from(bindings).where(eq(bindings.documentId, documentId));
  const losses = await db.read.select().from(epochs).where(eq(epochs.documentId, documentId)).orderBy(asc(epochs.epoch));
  return {
    epoch: document.epoch,
    oldestEpoch: oldestEpoch(document.epoch, losses),
    // rows may have been added since the first query
    headSeq: rows.at(-1)?.seq ?? base?.seq ?? 0,
    base: base ? base.state : null,
    baseSeq: found?.seq ?? 0,
    summary: base && prints?.ofBoth === base.summarySha256 ? base.summary : null,
    updates: whatCounts(rows, left),
    bindings: bound.map(({ client, personId, organisationId }) => ({ client, owner: { personId, organisationId } })),
    recovery: now ? await readRecovery(db, losses, now, bound) : null,
  };
}

type Loss = typeof epochs.$inferSelect;

/** What a damaged row cost belongs to the document all the same: who still has it may merge it. */
function oldestEpoch(current: number, losses: Loss[]): number {
  let oldest = current;
  while (losses.some(({ epoch, cause }) => epoch === oldest && cause === "damaged")) oldest--;
  return oldest;
}

async function readRecovery(db: Database, losses: Loss[], now: Date, bound: (Owner & { client: number; firstSeq: number })[]): Promise<StoredDocument["recovery"]> {
  // rows that no editor could show are not lost: they were left out
  const loss = losses.findLast(({ cause }) => cause !== "unreadable");
  const until = loss && new Date(loss.at.getTime() + RECOVERY_MS);
  if (!until || now >= until) return null;
  const since = await db.read
    .select({ personId: updates.personId, organisationId: updates.organisationId, bytes: updates.bytes })
    .from(updates)
    .where(and(eq(updates.documentId, loss.documentId), gt(updates.seq, loss.afterSeq)));
  const holders = new Map(bound.map(({ client, ...owner }) => [client, ownerKey(owner)]));
  const heard = since.flatMap((row) => clientsIn(row.bytes).filter((client) => holders.get(client) === ownerKey(row)));
  return { until, heard: [...new Set(heard)] };
}

function clientsIn(update: Uint8Array): number[] {
  try {
    return [...Y.parseUpdateMeta(update).to.keys()];
  } catch {
    return [];
  }
}

/** The rows without the damaged ones, and with what remains of those that were set aside. */
function whatCounts(rows: StoredDocument["updates"], left: { seq: number; reason: string }[]): StoredDocument["updates"] {
  if (left.length === 0) return rows;
  const reasons = new Map(left.map(({ seq, reason }) => [seq, reason]));
  return rows
    .filter(({ seq }) => reasons.get(seq) !== "damaged")
    .flatMap((row) => (reasons.has(row.seq) ? remainderOf(row) : row));
}

/** What remains of a row that was set aside; nothing when the disk has damaged it since. */
function remainderOf(row: { seq: number; bytes: Uint8Array }): StoredDocument["updates"] {
  try {
    return [{ ...row, bytes: leaveOut(row.bytes) }];
  } catch {
    return [];
  }
}

/** Appends rows inside an open transaction. Throws when a document does not exist. */
export async function append(tx: Db, batch: NewUpdate[]): Promise<number[]> {
  const ids = [...new Set(batch.map((row) => row.documentId))];
  const heads = new Map(
    (
      await tx.select({ id: documents.id, head: documents.headSeq }).from(documents).where(inArray(documents.id, ids))
    ).map(({ id, head }) => [id, head]),
  );
  const seqs = batch.map(({ documentId }) => {
    const head = heads.get(documentId);
    if (head === undefined) throw new Error(`No live document ${documentId}`);
    heads.set(documentId, head + 1);
    return head + 1;
  });
  const rows = batch.map(({ who, bytes, documentId, at, connectionId, kind }, i) => ({
    documentId,
    at,
    connectionId,
    kind,
    seq: seqs[i] as number,
    personId: who.personId,
    organisationId: who.organisationId,
    sessionId: who.sessionId,
    bytes: asBuffer(bytes),
  }));
  for (let i = 0; i < rows.length; i += ROWS_PER_INSERT) {
    await tx.insert(updates).values(rows.slice(i, i + ROWS_PER_INSERT));
  }
  for (const [id, headSeq] of heads) await tx.update(documents).set({ headSeq }).where(eq(documents.id, id));
  await bind(tx, batch, seqs);
  return seqs;
}

async function bind(tx: Db, batch: NewUpdate[], seqs: number[]): Promise<void> {
  const rows = batch.flatMap(({ documentId, who, binds }, i) =>
    binds.map((client) => ({
      documentId,
      client,
      personId: who.personId,
      organisationId: who.organisationId,
      firstSeq: seqs[i] as number,
    })),
  );
  for (let i = 0; i < rows.length; i += ROWS_PER_INSERT) {
    await tx
      .insert(bindings)
      .values(rows.slice(i, i + ROWS_PER_INSERT))
      .onConflictDoNothing();
  }
}

/** The same memory seen as a Buffer, which is what the drivers take. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function fingerprints(state: Uint8Array, summary: Uint8Array | null) {
  const hash = createHash("sha256").update(state);
  const ofState = hash.copy().digest("hex");
  return { ofState, ofBoth: summary ? hash.update(summary).digest("hex") : null };
}
