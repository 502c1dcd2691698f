// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { outbox } from "~db/notices/schema";
import { tendOutbox } from "./policy";

/** Puts a letter that failed back among those that wait. `conflict` when it has not failed. */
export async function retryLetter(ctx: Ctx, id: string): Promise<void> {
  enforce(tendOutbox(ctx.actor));
  await ctx.db.tx(async (db) => {
    const again = await db
      .update(outbox)
      .set({ attempts: 0, failedAt: null, nextAttemptAt: null })
      .where(and(eq(outbox.id, id), isNotNull(outbox.failedAt), isNull(outbox.sentAt)))
      .returning({ id: outbox.id });
    if (again.length === 0) throw problem("conflict", { because: "notices.outbox.notFailed" });
    await record(db, ctx, { act: "letter.retried", subject: { kind: "letter", id } });
  });
}
