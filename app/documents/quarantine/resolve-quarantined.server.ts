// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/identity";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { realtimeQuarantine as refused, realtimeQuarantineResolutions as resolutions } from "~db/realtime/schema";
import { tendQuarantine } from "./policy";

/**
 * Writes down what was found out about something refused; with `alike` also about the rest that the same connection sent
 * and was refused for the same reason. The bytes stay. `conflict` when somebody has said so already. Answers how many.
 */
export async function resolveQuarantined(ctx: Ctx, { id, note, alike }: { id: string; note: string; alike: boolean }): Promise<number> {
  enforce(tendQuarantine(ctx.actor));
  const { personId } = ctx.actor as Actor;
  return ctx.db.tx(async (tx) => {
    const row = one(await tx.select().from(refused).where(eq(refused.id, id)));
    if (!row) throw problem("missing");
    const same = alike ? and(eq(refused.connectionId, row.connectionId), eq(refused.reason, row.reason)) : eq(refused.id, id);
    const open = await tx
      .select({ id: refused.id })
      .from(refused)
      .leftJoin(resolutions, eq(resolutions.quarantineId, refused.id))
      .where(and(same, isNull(resolutions.at)));
    if (!open.some((each) => each.id === id)) throw problem("conflict", { because: "documents.quarantine.alreadyResolved" });
    for (const each of open) await tx.insert(resolutions).values({ quarantineId: each.id, at: ctx.now, personId, note });
    await record(tx, ctx, {
      act: "quarantine.resolved",
      subject: { kind: "quarantine", id },
      data: { documentId: row.documentId, reason: row.reason, count: open.length },
    });
    return open.length;
  });
}
