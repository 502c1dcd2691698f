// SPDX-License-Identifier: AGPL-3.0-or-later
/** A session that has ended, with the server of the shared texts, and the use-cases of its minutes bound to it. */
import { eq } from "drizzle-orm";
import { onTestFinished } from "vitest";
import { lockAware, readDocumentContent } from "~/documents/index.server";
import { approveDueMinutes, sealMinutes } from "~/meetings/minutes/approve-minutes.server";
import { beginMinutes } from "~/meetings/minutes/begin-minutes.server";
import { circulateMinutes } from "~/meetings/minutes/circulate-minutes.server";
import type { Ctx } from "~/web/context";
import type { Database } from "~db/client.server";
import { meetings } from "~db/meetings/schema";
import { attachRealtime, databaseStore } from "~realtime/index.server";
import { fullSession } from "./session";
import type { stage } from "./stage";

const quiet = { info() {}, warn() {}, error() {} };
export const paperHouse = { comune: "Comune di Borgo Alto", origin: "https://concerto.example" };

/** The server of the shared texts, to which nobody is connected. */
export function textsOf(db: Database, now: Date) {
  const hub = attachRealtime(null, { admit: async () => ({ ok: false, code: 4401, reason: "nobody" }), store: lockAware(db, databaseStore(db, quiet)), originAllowed: () => true, log: quiet, clock: () => now });
  onTestFinished(() => hub.close());
  return hub;
}

export async function cycle(more: Parameters<typeof stage>[0] = {}) {
  const scene = await fullSession(more);
  const { world, coordinator, meetingId } = scene;
  const hub = textsOf(world.db, world.now);
  const minutesBegun = await beginMinutes(coordinator.ctx, meetingId);
  const id = minutesBegun.minutesId;
  const over = () => world.db.tx((tx) => tx.update(meetings).set({ closedAt: new Date(world.now.getTime() + 7_200_000) }).where(eq(meetings.id, meetingId)));
  const circulated = async (ctx: Ctx = coordinator.ctx) => {
    await over();
    await circulateMinutes(ctx, hub, id);
  };
  /** Days after the circulation, at noon. */
  const after = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(world.now.getTime() + days * 86_400_000) });
  const clock = (days: number, failures: unknown[] = []) => approveDueMinutes({ db: world.db, now: after(coordinator.ctx, days).now }, hub, paperHouse, (failure) => failures.push(failure));
  const seal = (ctx: Ctx = coordinator.ctx) => sealMinutes(ctx, hub, id, paperHouse);
  const text = async () => (await readDocumentContent(coordinator.ctx, minutesBegun.documentId)).text;
  return { ...scene, hub, id, minutesDocumentId: minutesBegun.documentId, over, circulated, after, clock, seal, text };
}
