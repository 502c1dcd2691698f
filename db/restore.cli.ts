// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run restore -- FILE [--force]`: puts a copy in the place of the data folder and verifies its journal. */
import { verifyJournal } from "~/journal/index.server";
import { readEnv } from "~/web/env.server";
import { restore } from "./restore.server";

const words = process.argv.slice(2);
const file = words.find((word) => !word.startsWith("--"));
try {
  const env = readEnv();
  if (!file) throw new Error("Indica il file della copia: npm run restore -- FILE [--force]");
  if (env.DATABASE_URL) throw new Error("Con PostgreSQL il ripristino si fa con i suoi strumenti (pg_restore)");
  const { entries, files, putAside } = await restore(file, env.DATA_DIR, { force: words.includes("--force"), now: new Date(), verify: verifyJournal });
  if (putAside) process.stdout.write(`I dati di prima sono in ${putAside}\n`);
  process.stdout.write(`Ripristino riuscito: ${entries} atti, registro integro, ${files} file\n`);
} catch (failure) {
  process.stderr.write(`${(failure as Error).message}\n`);
  process.exitCode = 1;
}
