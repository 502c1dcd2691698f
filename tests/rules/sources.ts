// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, "../..");

const skipped = new Set(["node_modules", "build", ".git", "data", "data-demo", ".tmp", "migrations"]);

/** Paths, from the project's folder, of all files whose name ends in one of the endings. */
export function filesEnding(endings: string[], folders = ["app", "db", "realtime", "tests", "public"]): string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(folder)) {
      if (skipped.has(name)) continue;
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (endings.some((ending) => name.endsWith(ending))) found.push(relative(ROOT, path));
    }
  };
  for (const folder of folders) if (existsSync(join(ROOT, folder))) walk(join(ROOT, folder));
  return found.sort();
}

/** Text of a file without its comments: what the machine reads. */
export function codeOf(path: string): string {
  return textOf(path).replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/[^\n]*/g, "$1");
}

/** Text of a file given from the project's folder. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export const sourceEndings = [".ts", ".tsx", ".js", ".css"];

/** Module names that a file imports or re-exports, with whether only types are taken. */
export function importsOf(path: string): { from: string; typeOnly: boolean }[] {
  const text = textOf(path).replace(/typeof import\(/g, "typeof (");
  const statements = text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?["']([^"']+)["']/g);
  const dynamic = text.matchAll(/import\(\s*["']([^"']+)["']\s*\)/g);
  return [
    ...[...statements].map(([, , typeOnly, from]) => ({ from: from!, typeOnly: Boolean(typeOnly) })),
    ...[...dynamic].map(([, from]) => ({ from: from!, typeOnly: false })),
  ];
}
