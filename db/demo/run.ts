// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run demo`: the demonstration city on http://localhost:3000, made on the first run in ./data-demo. */
import { readEnv, setForDemo } from "~/web/env.server";
import { DEMO_PASSWORD } from "./accounts";
import { fillDemo } from "./seed";

setForDemo();
const { DATA_DIR, DATABASE_URL, origin } = readEnv();
const say = (line: string) => process.stdout.write(`${line}\n`);
say("Preparo la città di esempio…");
const made = await fillDemo({ dataDir: DATA_DIR, url: DATABASE_URL }, new Date());
say(made ? `Città di esempio creata in ${DATA_DIR}.` : `La città di esempio è già in ${DATA_DIR}.`);
say(`Accedi da ${origin}/accesso con p01@demo.example, e01@demo.example o admin@demo.example; password: ${DEMO_PASSWORD}`);
await import("~/web/serve");
