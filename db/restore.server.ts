// SPDX-License-Identifier: AGPL-3.0-or-later
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, resolve, sep } from "node:path";
import Sqlite from "better-sqlite3";
import { ARCHIVE_TABLE } from "./backup.server";
import { noteRestoration } from "~realtime/restorations.server";
import { type Database, type Db, openDatabase } from "./client.server";

/** What the check of the journal answers. */
type Verdict = { ok: true; entries: number } | { ok: false; break: { seq: number } };

/**
 * Puts a copy made by `backUp` in the place of the data folder. The copy is unpacked beside it and its journal is
 * verified first, and the files when `verifyFiles` is given (it throws): a copy that is not whole is not put in place. A folder that holds data is refused unless
 * `force`; then it is moved aside, never deleted. Shared texts begin a new epoch. The server must be stopped.
 */
export async function restore(
  file: string,
  dataDir: string,
  { force = false, now, verify, verifyFiles }: { force?: boolean; now: Date; verify: (db: Db) => Promise<Verdict>; verifyFiles?: (db: Database) => Promise<void> },
): Promise<{ entries: number; files: number; putAside: string | null }> {
  if (!existsSync(file)) throw new Error(`Non trovo ${file}`);
  const target = resolve(dataDir);
  const occupied = existsSync(target) && readdirSync(target).length > 0;
  if (occupied && !force) throw new Error(`${target} contiene già dei dati: usa una cartella vuota, oppure --force`);
  const stamp = now.toISOString().replace(/[:.]/g, "-");
  const fresh = `${target}.in-arrivo-${stamp}`;
  mkdirSync(fresh, { recursive: true });
  try {
    const files = unpack(file, fresh);
    const db = await openDatabase({ dataDir: fresh });
    const verdict = await renewed(db, () => whole(db, verify, verifyFiles), now).finally(() => db.close());
    if (!verdict.ok) throw new Error(`Il registro della copia è alterato all'atto ${verdict.break.seq}: non la metto al suo posto`);
    const putAside = occupied ? `${target}.prima-del-ripristino-${stamp}` : null;
    if (putAside) renameSync(target, putAside);
    else rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    return { entries: verdict.entries, files, putAside };
  } catch (failure) {
    rmSync(fresh, { recursive: true, force: true });
    throw failure;
  }
}

/** What pages and devices kept of the time after the copy must not be merged into it unseen: shared texts begin a new epoch. */
async function renewed(db: Database, check: () => Promise<Verdict>, now: Date): Promise<Verdict> {
  const verdict = await check();
  if (verdict.ok) await db.tx((tx) => noteRestoration(tx, now));
  return verdict;
}

async function whole(db: Database, verify: (db: Db) => Promise<Verdict>, verifyFiles: ((db: Database) => Promise<void>) | undefined): Promise<Verdict> {
  await verifyFiles?.(db);
  return verify(db.read);
}

function unpack(file: string, folder: string): number {
  const copy = join(folder, "concerto.db");
  copyFileSync(file, copy);
  const db = openCopy(copy, file);
  const rows = db.prepare(`SELECT name, data FROM ${ARCHIVE_TABLE}`).iterate() as Iterable<{ name: string; data: Buffer }>;
  let count = 0;
  for (const { name, data } of rows) {
    const path = normalize(join(folder, name));
    if (!path.startsWith(folder + sep)) throw new Error(`La copia contiene un nome di file fuori posto: ${name}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data);
    count++;
  }
  db.exec(`DROP TABLE ${ARCHIVE_TABLE}; VACUUM`);
  db.close();
  return count;
}

function openCopy(copy: string, name: string): Sqlite.Database {
  try {
    const db = new Sqlite(copy);
    const sound = db.pragma("integrity_check", { simple: true }) === "ok";
    const ours = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN (?, 'journal_entries')").get(ARCHIVE_TABLE) as { n: number };
    if (sound && ours.n === 2) return db;
    db.close();
  } catch (failure) {
    if (!(failure instanceof Sqlite.SqliteError)) throw failure;
  }
  throw new Error(`${name} non è una copia di Concerto, oppure è rovinata`);
}
