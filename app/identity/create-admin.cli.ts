// SPDX-License-Identifier: AGPL-3.0-or-later
/** npm run admin:create -- --email X --label Y. The password is asked on the terminal, or read from standard input. */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { readEnv } from "~/web/env.server";
import { Problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { openDatabase } from "~db/client.server";
import { createAdministrator } from "./create-administrator.server";

async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, "");
  process.stdout.write("Password (12 caratteri o più): ");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const typed = await terminal.question("");
  terminal.close();
  process.stdout.write("\n");
  return typed;
}

function explain(failure: unknown): string {
  if (!(failure instanceof Problem)) return (failure as Error).message;
  const { because, fields = {} } = failure.details;
  const wrong = Object.entries(fields).map(([name, key]) => `--${name}: ${translate("it", key)}`);
  return wrong.length > 0 ? wrong.join("\n") : translate("it", because);
}

try {
  const { values } = parseArgs({ options: { email: { type: "string" }, label: { type: "string" } } });
  if (!values.email || !values.label) throw new Error("Uso: npm run admin:create -- --email INDIRIZZO --label NOME");
  const password = await askPassword();
  const env = readEnv();
  const db = await openDatabase({ dataDir: env.DATA_DIR, url: env.DATABASE_URL });
  try {
    const ctx = { actor: null, now: new Date(), db, locale: "it", requestId: randomUUID(), address: "local" } as const;
    await createAdministrator(ctx, { email: values.email, label: values.label, password });
    process.stdout.write(`Creato: ${values.email}\n`);
  } finally {
    await db.close();
  }
} catch (failure) {
  process.stderr.write(`${explain(failure)}\n`);
  process.exitCode = 1;
}
