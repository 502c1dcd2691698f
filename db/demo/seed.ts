// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isNull } from "drizzle-orm";
import { journalEntries } from "../journal/schema";
import { outbox } from "../notices/schema";
import { type Database, openDatabase } from "../client.server";
import { accountsStory } from "./accounts";
import { openCity, type Story } from "./city";
import { districtsStory } from "./districts";
import { conflictsStory } from "./conflicts";
import { consultationStory } from "./consultation";
import { datesStory } from "./dates";
import { documentsStory } from "./documents";
import { guidelinesStory } from "./guidelines";
import { itemsStory } from "./items";
import { orderStory } from "./order";
import { meetingsStory } from "./meetings";
import { planStory } from "./plan";
import { proceduresStory } from "./procedures";
import { recordStory } from "./record";
import { registryStory } from "./registry";
import { requestsStory } from "./requests";
import { seatsStory } from "./seats";

const stories: Story[] = [
  accountsStory,
  registryStory,
  seatsStory,
  planStory,
  requestsStory,
  documentsStory,
  consultationStory,
  proceduresStory,
  itemsStory,
  guidelinesStory,
  conflictsStory,
  orderStory,
  districtsStory,
  meetingsStory,
  recordStory,
  datesStory,
];

/**
 * Tells the stories of the city in the order of time, each through the use-case that a person would have used, at the
 * instant it happened: so the journal grows as it would have grown.
 */
export async function seedCity(db: Database, today: Date): Promise<void> {
  const city = openCity(db, today);
  const events = stories.flatMap((story) => story(city)).filter(({ at }) => at <= today);
  events.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, tell } of events) await tell(at);
  // the letters of the demonstration left long ago
  await db.tx((tx) => tx.update(outbox).set({ sentAt: outbox.createdAt }).where(isNull(outbox.sentAt)));
}

/**
 * Fills a data folder with the city, unless it already holds something; says whether it did. The city is built beside
 * and moved into place when whole, so that an interruption leaves nothing half done.
 */
export async function fillDemo({ dataDir, url }: { dataDir: string; url?: string | undefined }, today: Date): Promise<boolean> {
  if (url) return fillDatabase(await openDatabase({ dataDir, url }), today);
  const folder = resolve(dataDir);
  if (existsSync(join(folder, "concerto.db"))) return false;
  const building = `${folder}.in-costruzione`;
  rmSync(building, { recursive: true, force: true });
  await fillDatabase(await openDatabase({ dataDir: building }), today);
  mkdirSync(dirname(folder), { recursive: true });
  // fails when the folder holds something that is not ours
  if (existsSync(folder)) rmdirSync(folder);
  renameSync(building, folder);
  return true;
}

async function fillDatabase(db: Database, today: Date): Promise<boolean> {
  try {
    if ((await db.read.$count(journalEntries)) > 0) return false;
    await seedCity(db, today);
    return true;
  } finally {
    await db.close();
  }
}
