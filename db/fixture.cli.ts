// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Fills a data folder for load tests; works beside a running server.
 *   npm run fixture -- documents --count N --chars M --table SLUG   one JSON line per document: { id, title }
 *   npm run fixture -- workshops --office SLUG                      a season of workshops held by an office of the Comune; prints its figures
 */
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Block } from "../app/documents";
import { plantDocument } from "../app/documents/index.server";
import { type Actor, can } from "../app/identity";
import { figuresOf } from "../app/meetings/index.server";
import { findOrganisation, voicesOf } from "../app/registry/index.server";
import { findTable } from "../app/tables/index.server";
import { readEnv } from "../app/web/env.server";
import { Problem, problem } from "../app/web/problem";
import { type Database, openDatabase } from "./client.server";
import { campaignSteps } from "./demo/campaign";
import { newId } from "./id";
import { affiliations } from "./registry/schema";

const USAGE = "npm run fixture -- documents --count N --chars M --table SLUG\nnpm run fixture -- workshops --office SLUG";
const SENTENCE = "Il gruppo di lavoro ha raccolto le osservazioni degli enti e le ha ordinate per argomento. ";
const PARAGRAPH_CHARS = 600;

const Options = z.object({
  count: z.coerce.number().int().min(1).max(100_000),
  chars: z.coerce.number().int().min(0).max(5_000_000),
  table: z.string().min(1),
});

/** Paragraphs that hold exactly `chars` characters in all. */
function paragraphs(chars: number): Block[] {
  const blocks: Block[] = [];
  for (let left = chars; left > 0; left -= PARAGRAPH_CHARS) {
    const length = Math.min(left, PARAGRAPH_CHARS);
    blocks.push({ type: "paragraph", text: SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length) });
  }
  return blocks;
}

async function plantDocuments(db: Database, { count, chars, table: slug }: z.output<typeof Options>): Promise<void> {
  const ctx = { actor: null, now: new Date(), db };
  const table = await findTable(ctx, slug);
  const blocks = paragraphs(chars);
  for (let number = 1; number <= count; number++) {
    const title = `Documento di prova ${number}`;
    const { id } = await plantDocument(ctx, { title, template: "working_paper", blocks, table: { id: table.id } });
    process.stdout.write(`${JSON.stringify({ id, title })}\n`);
  }
}

/** Seconds between one workshop of the season and the next: the fixture tells in a minute what the office would do in two months. */
const PACE_MS = 3000;

async function plantWorkshops(db: Database, slug: string): Promise<void> {
  const began = new Date();
  const office = await findOrganisation({ db }, slug);
  const voice = await officerOf(db, office.id, began);
  const ctxAt = async (at: Date) => ({ actor: voice, now: at, db, locale: "it" as const, requestId: newId(), address: "local" });
  const when = (n: number) => {
    const drafted = new Date(began.getTime() + n * PACE_MS);
    return { drafted, starts: new Date(drafted.getTime() + 1000), closed: new Date(drafted.getTime() + 2000) };
  };
  for (const { at, tell } of campaignSteps({ ctxAt, when })) await tell(at);
  process.stdout.write(`${JSON.stringify(await figuresOf({ db }))}\n`);
}

/** Somebody who manages tables for the office; `missing` when there is nobody. */
async function officerOf(db: Database, organisationId: string, at: Date): Promise<Actor> {
  const people = await db.read.selectDistinct({ personId: affiliations.personId }).from(affiliations).where(eq(affiliations.organisationId, organisationId));
  for (const { personId } of people) {
    const voice = (await voicesOf(db, personId, at)).find((own) => own.organisationId === organisationId);
    if (!voice) continue;
    const { affiliationId, organisationName, roleLabel, capacity, powers } = voice;
    const actor: Actor = { personId, personLabel: roleLabel, organisationId, organisationName, affiliationId, roleLabel, capacity, powers, administrator: false, sessionId: null };
    if (can(actor, "manage_tables")) return actor;
  }
  throw problem("missing");
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: "string" }, chars: { type: "string" }, table: { type: "string" }, office: { type: "string" } },
  });
  const [what] = positionals;
  const options = Options.safeParse(values);
  if (!(what === "documents" && options.success) && !(what === "workshops" && values.office)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const env = readEnv();
  const db = await openDatabase({ dataDir: env.DATA_DIR, url: env.DATABASE_URL });
  try {
    if (what === "documents" && options.success) await plantDocuments(db, options.data);
    else await plantWorkshops(db, values.office ?? "");
    return 0;
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.kind !== "missing") throw failure;
    process.stderr.write(what === "documents" ? `There is no table "${values.table}"\n` : `There is no office "${values.office}" with somebody who manages tables\n`);
    return 1;
  } finally {
    await db.close();
  }
}

process.exitCode = await run();
