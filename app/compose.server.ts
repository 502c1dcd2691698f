// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The composition: opens the database, sessions, letters and realtime once per process and ties the domains together.
 * Kept on globalThis so that the development server, which reloads modules, does not open everything twice.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { approvedPassages, closeLiftedLocks, forgetJobs, interruptJobs, openVirusScan, startAutomaticVersions, startNotingSuggestions, tellAuthors } from "~/documents/index.server";
import { openSessions, sessionIn, type Sessions } from "~/identity/index.server";
import { approveDueMinutes, forgetNeeds, forgetPeople, lastSession, placesOf, remindCommitments, remindLiaisonItems, remindSessions } from "~/meetings/index.server";
import { openPost } from "~/notices/index.server";
import { conflictSequels, guidelineSequels, nameGuidelines, nameStrategies, objectivesOfTables, remindConflicts, remindGuidelines } from "~/plan/index.server";
import { applicationOfDocument, closeDueProcedures } from "~/procedures/index.server";
import { actorOfSession, remindAffiliations, voicesOf } from "~/registry/index.server";
import { remindMandates } from "~/tables/index.server";
import { openBackground } from "~/web/background";
import { type Env, readEnv } from "~/web/env.server";
import type { Site } from "~/web/guard.server";
import { type Logger, openLog } from "~/web/log.server";
import { type Database, openDatabase } from "~db/client.server";
import { agendaSources } from "./agenda-sources.server";
import { healthMetrics, openHealth } from "./health.server";
import type { Figures } from "./web/health";
import { openRealtime } from "./realtime.server";
import { realtimeMetrics } from "./realtime-metrics";
import { tablePanels } from "./table-panels.server";

/** A term that has passed is written down within this time; what people see and may do follows the clock at once. */
const LOOK_AT_TERMS_MS = 10_000;
/** Reminders are counted in days: once an hour is often enough, also after a night switched off. */
const REMIND_MS = 3_600_000;

export type House = {
  env: Env;
  log: Logger;
  db: Database;
  sessions: Sessions;
  site: Site;
  /** Takes a WebSocket upgrade that is ours; false when it is somebody else's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Whether what people write is safe. */
  health(): Figures;
  /** Prometheus text. */
  metrics(): string;
  close(): Promise<void>;
};

async function compose(): Promise<House> {
  const env = readEnv();
  const log = openLog(env.LOG_LEVEL);
  const db = await openDatabase({ dataDir: env.DATA_DIR, url: env.DATABASE_URL });
  const sessions = openSessions(db, { secure: env.origin.startsWith("https:") });
  await sessions.deleteExpiredSessions();
  const clock = () => new Date();
  const post = openPost(db, {
    smtpUrl: env.SMTP_URL,
    from: env.MAIL_FROM,
    clock,
    onError: (failure) => log.error({ err: failure }, "the post stopped for a moment"),
  });
  await closeLiftedLocks({ db });
  const realtime = await openRealtime({ env, log, db, sessions });
  const health = openHealth(realtime.hub, env.DATA_DIR);
  await interruptJobs({ db });
  const site: Site = {
    db,
    clock,
    log,
    whoSpeaks: (request, now) =>
      actorOfSession(db, sessions, sessionIn(request.headers.get("cookie")), now),
    sessions: {
      cookie: (id) => (id ? sessions.createSessionCookie(id) : sessions.createBlankSessionCookie()).serialize(),
      mustChoose: async (personId, now) => (await voicesOf(db, personId, now)).length > 1,
    },
    liveTexts: realtime.hub,
    health: () => health.read(),
    tablePanels,
    documentHome: applicationOfDocument,
    agendaSources,
    itemSequels: async (ctx, items) => [...(await guidelineSequels(ctx, items)), ...(await conflictSequels(ctx, items))],
    lastSession,
    places: placesOf,
    tableKnowledge: { objectives: objectivesOfTables, passages: approvedPassages },
    namedByOthers: [nameStrategies, nameGuidelines],
    scanForViruses: openVirusScan(env.VIRUS_SCAN),
    background: openBackground((err) => log.error({ err }, "work in the background failed")),
  };
  const versions = startAutomaticVersions(db, {
    clock,
    openNow: () => realtime.hub.stats().documents.flatMap(({ documentId, people }) => (people > 0 ? documentId : [])),
    onError: (err) => log.error({ err }, "automatic versions could not be kept"),
  });
  const noting = startNotingSuggestions(db, {
    clock,
    openNow: () => realtime.hub.stats().documents.filter(({ people }) => people > 0),
    onError: (err) => log.error({ err }, "suggestions could not be noted"),
  });
  const terms = setInterval(() => {
    approveDueMinutes({ db, now: clock() }, realtime.hub, { comune: env.COMUNE, origin: env.origin }, (err) => log.error({ err }, "minutes could not be approved by rule")).catch((err: unknown) => log.error({ err }, "minutes could not be looked at"));
    tellAuthors({ db, now: clock() }).catch((err: unknown) => log.error({ err }, "letters about answers could not be written"));
    closeDueProcedures({ db, now: clock() }).catch((err: unknown) => log.error({ err }, "a term could not be written down"));
  }, LOOK_AT_TERMS_MS);
  const remind = () => {
    const ctx = { db, now: clock() };
    remindAffiliations(ctx)
      .then(() => remindMandates(ctx))
      .then(() => remindSessions(ctx))
      .then(() => forgetNeeds(ctx))
      .then(() => forgetPeople(ctx))
      .then(() => remindLiaisonItems(ctx))
      .then(() => forgetJobs(ctx))
      .then(() => remindCommitments(ctx))
      .then(() => remindGuidelines(ctx))
      .then(() => remindConflicts(ctx))
      .catch((err: unknown) => log.error({ err }, "reminders could not be written"));
  };
  remind();
  const reminders = setInterval(remind, REMIND_MS);
  return {
    env,
    log,
    db,
    sessions,
    site,
    upgrade: (request, socket, head) => realtime.hub.handleUpgrade(request, socket, head),
    health: () => health.read(),
    metrics: () => `${healthMetrics(health.read())}concerto_memory_bytes ${process.memoryUsage().rss}\n${realtimeMetrics(realtime.hub.stats())}`,
    async close() {
      clearInterval(terms);
      clearInterval(reminders);
      await versions.stop();
      await noting.stop();
      await site.background.close();
      await realtime.close();
      health.stop();
      await post.stop();
      await db.close();
    },
  };
}

const kept = globalThis as { concertoHouse?: Promise<House> };

/** The one house of this process. */
export function house(): Promise<House> {
  kept.concertoHouse ??= compose();
  return kept.concertoHouse;
}
