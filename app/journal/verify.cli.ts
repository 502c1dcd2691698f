// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run verify`: walks the journal and says whether it is whole. Exit 0: whole; 1: broken. */
import { readEnv } from "~/web/env.server";
import { openDatabase } from "~db/client.server";
import { verifyJournal } from "./verify.server";

const env = readEnv();
const db = await openDatabase({ dataDir: env.DATA_DIR, url: env.DATABASE_URL });
const verdict = await verifyJournal(db.read);
await db.close();
if (verdict.ok) {
  process.stdout.write(`Registro integro: ${verdict.entries} atti, ultima impronta ${verdict.head || "nessuna"}\n`);
} else {
  const { seq, kind } = verdict.break;
  const reasons = { gap: "manca un atto", link: "la catena è spezzata", content: "il contenuto è stato alterato" };
  process.stdout.write(`Registro alterato all'atto ${seq}: ${reasons[kind]} (atti integri prima: ${verdict.entries})\n`);
  process.exitCode = 1;
}
