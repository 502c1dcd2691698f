// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { temporaryFolder } from "./database";
import { atTheEnd } from "./ends";
import { waitFor } from "./wait-for";

export type RunningServer = {
  origin: string;
  dataDir: string;
  process: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** Ends it; SIGKILL leaves it no time to say goodbye. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** Starts the built server as a process of its own and waits until it is ready. Pass a port and folder to start again where one died. */
export async function startServer(
  options: { dataDir?: string; port?: number; env?: Record<string, string> } = {},
): Promise<RunningServer> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const port = options.port ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["build/serve.js"], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "localhost", ORIGIN: origin, DATA_DIR: dataDir, LOG_LEVEL: "warn", VITEST: "", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (text) => (printed += text));
  child.stderr.on("data", (text) => (printed += text));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  atTheEnd(() => stop("SIGKILL"));
  await waitFor("the server to be ready", async () => {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${printed}`);
    return fetch(`${origin}/readyz`).then((answer) => answer.ok, () => false);
  }, 120_000);
  return { origin, dataDir, process: child, output: () => printed, stop };
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
