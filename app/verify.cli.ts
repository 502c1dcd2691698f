// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run verify`: walks the register of acts, every sealed package, every sealed document, whose each text is and every file, and says whether they are whole.
 * Exit 0: all whole; 1: something was altered.
 */
import { verifyAuthorships, verifyDocumentSeals, verifyFiles } from "~/documents/index.server";
import { verifyJournal } from "~/journal/index.server";
import { verifySeals } from "~/procedures/index.server";
import { readEnv } from "~/web/env.server";
import { openDatabase } from "~db/client.server";

const env = readEnv();
const db = await openDatabase({ dataDir: env.DATA_DIR, url: env.DATABASE_URL });
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

const journal = await verifyJournal(db.read);
if (journal.ok) {
  say(`Registro integro: ${journal.entries} atti, ultima impronta ${journal.head}`);
} else {
  const { seq, kind } = journal.break;
  const reasons = { gap: "manca un atto", link: "la catena è spezzata", content: "il contenuto è stato alterato" };
  say(`Registro alterato all'atto ${seq}: ${reasons[kind]} (atti integri prima: ${journal.entries})`);
  process.exitCode = 1;
}

const seals = await verifySeals(db.read);
if (seals.ok) {
  say(`Plichi integri: ${seals.packages}`);
} else {
  const parts = { package: "il plico è alterato", receipt: "la ricevuta è alterata", journal: "il registro dice altro", sequence: "un numero manca" };
  for (const { number, part } of seals.broken) say(`Ricevuta ${number}: ${parts[part]}`);
  process.exitCode = 1;
}
const documents = await verifyDocumentSeals(db);
if (documents.broken.length === 0) {
  say(`Documenti sigillati integri: ${documents.seals}`);
} else {
  const parts = { pdf: "il PDF è alterato o manca", record: "i dati sono alterati o mancano", version: "la versione conservata è alterata", journal: "il registro dice altro", log: "la storia delle modifiche dà un altro testo" };
  for (const { documentId, title, parts: broken } of documents.broken) say(`Documento ${documentId} «${title}»: ${broken.map((part) => parts[part]).join("; ")}`);
  process.exitCode = 1;
}
const authorships = await verifyAuthorships(db);
if (authorships.broken.length === 0) {
  say(`Attribuzioni dei testi verificate sul registro delle modifiche: ${authorships.documents}`);
} else {
  const found = { working: "il calcolo conservato era diverso ed è stato scartato", words: "le parole conservate sono altre", authors: "l'attribuzione conservata è un'altra", register: "il registro degli atti dice altro" };
  for (const { documentId, title, disagreements } of authorships.broken) {
    say(`Documento ${documentId} «${title}»: ${disagreements.map((each) => ("version" in each ? `versione ${each.version}: ${found[each.what]}` : found[each.what])).join("; ")}`);
  }
  process.exitCode = 1;
}
for (const { title, leftOut } of authorships.damaged) {
  for (const { version, row } of leftOut) say(`Documento «${title}», versione ${version}: non si ricalcola, perché la riga ${row}, danneggiata, è stata poi lasciata fuori dal testo (l'atto è nel registro)`);
}
const files = await verifyFiles(db);
if (files.ok) {
  say(`File integri: ${files.files}`);
} else {
  const kinds = { altered: "è stato alterato", missing: "non c'è più" };
  for (const { sha256, kind, name } of files.broken) say(`Il file ${name ? `«${name}» (${sha256})` : sha256} ${kinds[kind]}`);
  process.exitCode = 1;
}
await db.close();
