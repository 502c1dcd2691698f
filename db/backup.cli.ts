// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run backup -- FILE`: copies the data folder into one file, also while the server runs. */
import { readEnv } from "~/web/env.server";
import { backUp } from "./backup.server";

const [file] = process.argv.slice(2);
try {
  const env = readEnv();
  if (!file) throw new Error("Indica il file della copia: npm run backup -- FILE");
  if (env.DATABASE_URL) throw new Error("Con PostgreSQL la copia si fa con i suoi strumenti (pg_dump) e con la cartella dei dati");
  const { files, bytes } = backUp(env.DATA_DIR, file);
  process.stdout.write(`Copia completa in ${file}: ${bytes} byte, database e ${files} file\n`);
} catch (failure) {
  process.stderr.write(`${(failure as Error).message}\n`);
  process.exitCode = 1;
}
