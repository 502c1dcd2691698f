// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A copy of everything in one file: a SQLite database that holds the house's tables and, in a table `sqlar` (the
 * SQLite archive format, `sqlite3 -A` reads it), the other files of the data folder.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import Sqlite from "better-sqlite3";

export const ARCHIVE_TABLE = "sqlar";
const DATABASE = "concerto.db";

/**
 * Copies the data folder into `file` while the server may be running: the database as it stands at one instant, then
 * the files (they are written before the rows that name them, so none is missing). Throws when `file` exists.
 */
export function backUp(dataDir: string, file: string): { files: number; bytes: number } {
  const source = join(dataDir, DATABASE);
  if (!existsSync(source)) throw new Error(`In ${resolve(dataDir)} non c'è un database da copiare`);
  if (existsSync(file)) throw new Error(`${file} esiste già: scegli un altro nome`);
  mkdirSync(dirname(resolve(file)), { recursive: true });
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  const reader = new Sqlite(source, { readonly: true, timeout: 30_000 });
  try {
    reader.prepare("VACUUM INTO ?").run(partial);
  } finally {
    reader.close();
  }
  const files = archive(dataDir, partial);
  const handle = openSync(partial, "r+");
  fsyncSync(handle);
  closeSync(handle);
  renameSync(partial, file);
  return { files, bytes: statSync(file).size };
}

function archive(dataDir: string, copy: string): number {
  const db = new Sqlite(copy);
  db.pragma("journal_mode = DELETE");
  db.exec(`CREATE TABLE ${ARCHIVE_TABLE} (name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB)`);
  const insert = db.prepare(`INSERT INTO ${ARCHIVE_TABLE} VALUES (?, ?, ?, ?, ?)`);
  let count = 0;
  for (const path of filesBeside(dataDir)) {
    const { mode, mtimeMs } = statSync(path);
    const bytes = readFileSync(path);
    insert.run(relative(dataDir, path).split(sep).join("/"), mode, Math.floor(mtimeMs / 1000), bytes.length, bytes);
    count++;
  }
  db.close();
  return count;
}

/** Every file of the data folder except the database itself and files being written. */
function filesBeside(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(DATABASE) && !/\.(partial|tmp)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
