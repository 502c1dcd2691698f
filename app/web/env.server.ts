// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

/**
 * The only reader of the process environment. Every setting has a default that suits one machine and one file;
 * a wrong value stops the boot with a sentence that names the variable.
 */
const Settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  ORIGIN: z.url().optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^(pglite:|postgres(ql)?:\/\/)/, "must start with postgres:// or pglite:")
    .optional(),
  /** Trusts X-Forwarded-For from this many proxies in front of the server. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().default("Concerto <concerto@localhost>"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** Shows the banner that says that the data are invented. */
  DEMO: z.stringbool().default(false),
  /** The Comune is data: its name on every page. */
  COMUNE: z.string().min(1).default("Comune di Milano"),
  /** Command that reads a file from its standard input and ends with 0 when it is clean and 1 when it is not, e.g. "clamdscan --no-summary -". */
  VIRUS_SCAN: z.string().min(1).optional(),
  REPOSITORY_URL: z.url().optional(),
  ACCESSIBILITY_URL: z.url().optional(),
});

export type Env = z.infer<typeof Settings> & { origin: string };

/** Reads and checks the settings. Throws an Error whose message lists every wrong variable in words. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Settings.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n${lines.join("\n")}`);
  }
  const settings = parsed.data;
  return { ...settings, origin: settings.ORIGIN ?? `http://localhost:${settings.PORT}` };
}

/** Tells React and Express how they run, when nobody else has: without it they take the slow way meant for development. */
export function settleMode(mode: "development" | "production"): void {
  process.env.NODE_ENV ??= mode;
}

/** The settings of `npm run demo`, where the environment does not say otherwise. To be called before anything reads them. */
export function setForDemo(): void {
  const { env } = process;
  env.DEMO ||= "true";
  env.DATA_DIR ||= "./data-demo";
  env.PORT ||= "3000";
  env.ORIGIN ||= `http://localhost:${env.PORT}`;
}

/** Which SQL dialect this process speaks; the column kit needs it before anything else is configured. */
export function sqlDialect(): "sqlite" | "pg" {
  return process.env.DATABASE_URL ? "pg" : "sqlite";
}

/** The environment of this process with some settings replaced: for the programs it starts. */
export function environmentWith(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
