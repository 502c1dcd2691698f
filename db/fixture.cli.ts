// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Puts documents of a given length at a table, for load tests:
 *   npm run fixture -- documents --count N --chars M --table SLUG
 * Prints one JSON line per document: { id, title }. Works beside a running server.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Block } from "../app/documents";
import { plantDocument } from "../app/documents/index.server";
import { findTable } from "../app/tables/index.server";
import { readEnv } from "../app/web/env.server";
import { Problem } from "../app/web/problem";
import { openDatabase } from "./client.server";

const USAGE = "npm run fixture -- documents --count N --chars M --table SLUG";
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

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: "string" }, chars: { type: "string" }, table: { type: "string" } },
  });
  const options = Options.safeParse(values);
  if (positionals[0] !== "documents" || !options.success) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const env = readEnv();
  const db = await openDatabase({ dataDir: env.DATA_DIR, url: env.DATABASE_URL });
  try {
    const ctx = { actor: null, now: new Date(), db };
    const table = await findTable(ctx, options.data.table);
    const blocks = paragraphs(options.data.chars);
    for (let number = 1; number <= options.data.count; number++) {
      const title = `Documento di prova ${number}`;
      const { id } = await plantDocument(ctx, { title, template: "working_paper", blocks, table: { id: table.id } });
      process.stdout.write(`${JSON.stringify({ id, title })}\n`);
    }
    return 0;
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.kind !== "missing") throw failure;
    process.stderr.write(`There is no table "${options.data.table}"\n`);
    return 1;
  } finally {
    await db.close();
  }
}

process.exitCode = await run();
