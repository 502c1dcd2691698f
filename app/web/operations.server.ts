// SPDX-License-Identifier: AGPL-3.0-or-later
import { Router } from "express";
import { sql } from "drizzle-orm";
import { journalEntries } from "~db/journal/schema";
import type { House } from "~/compose.server";
import { endangersWords, troublesIn } from "./health";

/** What whoever runs the server asks it: is it alive, is it ready, how is it doing. */
export function operations(house: House): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    const troubles = troublesIn(house.health());
    const ok = !endangersWords(troubles);
    res.status(ok ? 200 : 503).json({ ok, troubles });
  });
  router.get("/readyz", async (_req, res) => {
    try {
      await house.db.read.select({ n: sql<number>`count(*)` }).from(journalEntries);
      res.json({ ok: true });
    } catch (failure) {
      house.log.error({ err: failure }, "not ready");
      res.status(503).json({ ok: false });
    }
  });
  router.get("/metrics", (_req, res) => {
    res.type("text/plain; version=0.0.4").send(house.metrics());
  });
  return router;
}
