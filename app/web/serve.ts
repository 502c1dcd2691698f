// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Starts the server: one process, one port. Express carries Remix, the static files and the upgrade to realtime.
 * Everything of the house (database, sessions, realtime) comes out of the Remix build, so that pages and sockets
 * share one instance of each module.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Request, type Response } from "express";
import { readEnv, settleMode } from "~/web/env.server";
import { headersFor, plainRequestsOnly, sameOriginOnly } from "~/web/headers.server";

type Entry = typeof import("../entry.server");
type Build = ServerBuild & { entry: { module: Entry } };

/** How long requests under way may take to end when the server is asked to stop. */
const LAST_ANSWERS_MS = 3_000;

const development = process.argv.includes("--dev");
settleMode(development ? "development" : "production");
const env = stopOnError(readEnv);
const app = express();
const server = createServer(app);

const vite = development
  ? await (await import("vite")).createServer({
      configFile: "app/vite.config.ts",
      server: { middlewareMode: { server }, hmr: { server } },
    })
  : null;
const build = async (): Promise<Build> =>
  vite
    ? ((await vite.ssrLoadModule("virtual:remix/server-build")) as Build)
    : ((await import(pathToFileURL(resolve("build/server/index.js")).href)) as Build);

const first = await build();
const house = await first.entry.module.house();

app.disable("x-powered-by");
app.set("trust proxy", env.TRUST_PROXY);
app.use((req, res, next) => {
  res.locals.nonce = randomBytes(16).toString("base64");
  res.locals.requestId = randomUUID();
  res.setHeader("X-Request-Id", res.locals.requestId);
  next();
});
app.use(headersFor({ development, origin: env.origin }));
app.use(plainRequestsOnly());
if (vite) app.use(vite.middlewares);
else app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
app.use(express.static(vite ? "public" : "build/client", { maxAge: "1h" }));
app.use(compression());
app.use(first.entry.module.operations(house));
app.use(sameOriginOnly(env.origin));
app.all(
  "*",
  createRequestHandler({
    build: vite ? () => build() : first,
    mode: development ? "development" : "production",
    getLoadContext: (req: Request, res: Response) => ({
      site: house.site,
      nonce: res.locals.nonce as string,
      requestId: res.locals.requestId as string,
      address: req.ip ?? "unknown",
    }),
  }),
);

server.on("upgrade", (request, socket, head) => {
  if (house.upgrade(request, socket, head)) return;
  // in development Vite answers its own sockets
  if (!vite) socket.destroy();
});

server.listen(env.PORT, env.HOST, () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : env.PORT;
  house.log.info({ port, host: env.HOST }, "listening");
  process.stdout.write(`Concerto: http://${env.HOST === "127.0.0.1" ? "localhost" : env.HOST}:${port}\n`);
});

let answering = 0;
server.on("request", (_request, response) => {
  answering++;
  response.once("close", () => answering--);
});

let stopping = false;
/** Takes nothing new, lets the requests under way end, then closes the house. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  const deadline = Date.now() + LAST_ANSWERS_MS;
  while (answering > 0 && Date.now() < deadline) await pause(20);
  await house.close();
  server.closeAllConnections();
  await vite?.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());

function stopOnError<T>(work: () => T): T {
  try {
    return work();
  } catch (failure) {
    process.stderr.write(`${(failure as Error).message}\n`);
    process.exit(1);
  }
}
