// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq } from "drizzle-orm";
import { one } from "~db/client.server";
import { outbox } from "~db/notices/schema";
import type { World } from "~tests/harness";

/** The letters written to an address, newest first. */
export async function lettersTo(world: World, email: string) {
  return world.db.read.select().from(outbox).where(eq(outbox.recipient, email)).orderBy(desc(outbox.id));
}

/** The secret of the link in the newest letter to an address. */
export async function secretSentTo(world: World, email: string): Promise<string> {
  const letter = one(await lettersTo(world, email));
  const secret = /\/accesso\/(?:password|email|invito)\/([\w-]+)/.exec(letter?.body ?? "")?.[1];
  if (!secret) throw new Error(`No letter with a link was written to ${email}`);
  return secret;
}
