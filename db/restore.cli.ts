// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run restore -- FILE [--force]`: puts a copy in the place of the data folder and verifies its journal. */
import { verifyJournal } from "~/journal/index.server";
import { verifySeals } from "~/procedures/index.server";
import { readEnv } from "~/web/env.server";
import type { Db } from "./client.server";
import { restore } from "./restore.server";

/** The same that `npm run verify` looks at. */
async function verify(db: Db) {
  const seals = await verifySeals(db);
  if (!seals.ok) throw new Error(`Nella copia la ricevuta ${seals.broken[0]?.number} non torna: non la metto al suo posto`);
  return verifyJournal(db);
}

const words = process.argv.slice(2);
const file = words.find((word) => !word.startsWith("--"));
try {
  const env = readEnv();
  if (!file) throw new Error("Indica il file della copia: npm run restore -- FILE [--force]");
  if (env.DATABASE_URL) throw new Error("Con PostgreSQL il ripristino si fa con i suoi strumenti (pg_restore)");
  const { entries, files, putAside } = await restore(file, env.DATA_DIR, { force: words.includes("--force"), now: new Date(), verify });
  if (putAside) process.stdout.write(`I dati di prima sono in ${putAside}\n`);
  process.stdout.write(`Ripristino riuscito: ${entries} atti, registro e plichi integri, ${files} file\n`);
} catch (failure) {
  process.stderr.write(`${(failure as Error).message}\n`);
  process.exitCode = 1;
}
