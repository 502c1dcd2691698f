// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run restore -- FILE [--force]`: puts a copy in the place of the data folder and verifies its journal. */
import { verifyFiles } from "~/documents/index.server";
import { verifyJournal } from "~/journal/index.server";
import { verifySeals } from "~/procedures/index.server";
import { readEnv } from "~/web/env.server";
import type { Database, Db } from "./client.server";
import { restore } from "./restore.server";

/** The same that `npm run verify` looks at. */
async function verify(db: Db) {
  const seals = await verifySeals(db);
  if (!seals.ok) throw new Error(`Nella copia la ricevuta ${seals.broken[0]?.number} non torna: non la metto al suo posto`);
  return verifyJournal(db);
}

async function allFilesThere(db: Database): Promise<void> {
  const kept = await verifyFiles(db);
  if (!kept.ok) throw new Error(`Nella copia il file ${kept.broken[0]?.sha256} manca o è alterato: non la metto al suo posto`);
}

const words = process.argv.slice(2);
const file = words.find((word) => !word.startsWith("--"));
try {
  const env = readEnv();
  if (!file) throw new Error("Indica il file della copia: npm run restore -- FILE [--force]");
  if (env.DATABASE_URL) throw new Error("Con PostgreSQL il ripristino si fa con i suoi strumenti (pg_restore)");
  const { entries, files, putAside } = await restore(file, env.DATA_DIR, { force: words.includes("--force"), now: new Date(), verify, verifyFiles: allFilesThere });
  if (putAside) process.stdout.write(`I dati di prima sono in ${putAside}\n`);
  process.stdout.write(`Ripristino riuscito: ${entries} atti, registro, plichi e file integri, ${files} file\n`);
} catch (failure) {
  process.stderr.write(`${(failure as Error).message}\n`);
  process.exitCode = 1;
}
