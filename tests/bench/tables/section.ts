// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Tables and registry with 5,000 bodies and 200 tables: what the pages ask of the use-cases, each beside its floor, the rows it rests on
 * read by one bare statement each (no mapping, no rules). Runs take turns with their floor; shown are medians and, in brackets, the range.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Actor } from "~/identity";
import { placesOf } from "~/meetings/index.server";
import { findOrganisations } from "~/registry/index.server";
import { gapsToday } from "~/tables/coverage/check-coverage.server";
import { listTables } from "~/tables/index.server";
import { findOverlaps } from "~/tables/network/find-overlaps.server";
import { readNetwork } from "~/tables/network/read-network.server";
import { openDatabase } from "~db/client.server";
import { median, ratioOf, short, spread } from "../numbers";
import type { Row, Section } from "../table";
import { buildTown } from "./town";

const NOW = new Date("2026-03-10T09:00:00Z");
const officer: Actor = { personId: "bench", personLabel: "Ufficio", organisationId: null, organisationName: null, affiliationId: null, roleLabel: null, capacity: "platform_administrator", powers: [], administrator: true, sessionId: null };

const PLACED = "select organisation_id, neighbourhood_id from local_bodies where removed_at is null";
const BODIES = "select id, name, slug, kind, ets_category, art5_letters, territory, represents, size, enrolment from organisations where closed_at is null";
const TABLES = "select * from working_tables where closed_at is null";
const SEATS = "select table_id, organisation_id from seats where valid_from <= ? and (valid_to is null or valid_to > ?)";
const NAMED = `select distinct s.table_id, o.id, o.name, o.slug from seats s join organisations o on o.id = s.organisation_id where s.valid_from <= ? and (s.valid_to is null or s.valid_to > ?)`;

/** One question: what a page asks, the bare statements over the same rows, and the milliseconds it may take. */
type Question = { dimension: string; ask(): Promise<unknown>; floor: [sql: string, ...values: unknown[]][]; within: number };

export const tables: Section = {
  title: "Tables and registry: 5,000 bodies, 200 tables",
  async run({ quick, only }, say) {
    const folder = mkdtempSync(join(tmpdir(), "concerto-bench-"));
    const db = await openDatabase({ dataDir: folder });
    const bare = new Sqlite(join(folder, "concerto.db"), { readonly: true });
    try {
      say("building the town");
      const { tableIds, knowledge } = await buildTown(db, { bodies: 5000, tables: 200, seatsPerTable: 25, passages: 1000 });
      const ctx = { db, now: NOW, actor: officer };
      const at = NOW.getTime();
      const open: [string, ...unknown[]][] = [[TABLES], [SEATS, at, at]];
      const page = (where: string, offset = 0): [string] => [`select * from organisations where closed_at is null ${where} order by lower(name), id limit 20 offset ${offset}`];
      let next = 0;
      const questions: Question[] = [
        { dimension: "list of the bodies, first page", ask: () => findOrganisations(ctx, {}), floor: [page("")], within: 50 },
        { dimension: "list of the bodies, last page", ask: () => findOrganisations(ctx, { pagina: 250 }), floor: [page("", 4980)], within: 50 },
        { dimension: "search: two words in name or purpose", ask: () => findOrganisations(ctx, { testo: "ponte mensa" }), floor: [page("and lower(name || purpose) like '%ponte%' and lower(name || purpose) like '%mensa%'")], within: 50 },
        { dimension: "search: fiscal code", ask: () => findOrganisations(ctx, { testo: "90000004321" }), floor: [page("and fiscal_code = '90000004321'")], within: 50 },
        { dimension: "search: category and Municipio", ask: () => findOrganisations(ctx, { categoria: "aps", municipio: 4 }), floor: [page("and ets_category = 'aps' and territory like '%[4]%'")], within: 50 },
        { dimension: "list of the tables with their members", ask: () => listTables(ctx), floor: open, within: 50 },
        { dimension: "radar of one table against the registry", ask: async () => gapsToday(ctx, tableIds[0] as string, await placesOf(ctx)), floor: [[BODIES], [SEATS, at, at], [PLACED]], within: 150 },
        { dimension: "overlaps between all tables (19,900 pairs, 1,000 passages)", ask: () => findOverlaps(ctx, knowledge), floor: open, within: 500 },
        { dimension: "network of tables, bodies and areas, another table each time", ask: () => readNetwork(ctx, `table-${tableIds[next++]}`), floor: [[TABLES], [NAMED, at, at]], within: 500 },
        { dimension: "network of tables, bodies and areas, seen before", ask: () => readNetwork(ctx, null), floor: [[TABLES], [NAMED, at, at]], within: 150 },
      ];
      const rows: Row[] = [];
      for (const question of questions) {
        if (only && !question.dimension.includes(only)) continue;
        say(question.dimension);
        rows.push(await measure(question, bare, quick ? 3 : 15));
      }
      return rows;
    } finally {
      bare.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure({ dimension, ask, floor, within }: Question, bare: Sqlite.Database, runs: number): Promise<Row> {
  const statements = floor.map(([sql, ...values]) => ({ statement: bare.prepare(sql), values }));
  const [ours, theirs]: [number[], number[]] = [[], []];
  // the first run of each warms the caches and does not count
  for (let run = 0; run <= runs; run++) {
    const [mine, floorTime] = [await timed(ask), await timed(async () => statements.map(({ statement, values }) => statement.all(...values)))];
    if (run === 0) continue;
    ours.push(mine);
    theirs.push(floorTime);
  }
  return { dimension, value: spread(ours, "ms"), against: `${spread(theirs, "ms")} (bare statements)`, ratio: `${short(ratioOf(ours, theirs))}×`, target: `≤ ${within} ms`, ok: median(ours) <= within };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
