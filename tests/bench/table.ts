// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a section measured, and how it is shown: on the terminal and between two marks of the README. */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";

/** One dimension: our value, what it is held against, their ratio, and what was to be reached. `ok` null: nothing was asked. */
export type Row = { dimension: string; value: string; against: string; ratio: string; target: string; ok: boolean | null };

export type Options = { quick: boolean; only?: string | undefined };

/** A part of the benchmark; says aloud what it is doing through `say`, and may show rows before it has all of them. */
export type Section = { title: string; run(options: Options, say: (sentence: string) => void, show: (rows: Row[]) => void): Promise<Row[]> };

const HEAD = ["dimension", "Concerto", "held against", "ratio", "to reach", "reached"];

/** One row as a line, for whoever watches. */
export const asLine = ({ dimension, value, against, ratio, target, ok }: Row): string =>
  `${ok === false ? "NO " : ok ? "yes" : "   "} ${dimension}: ${value}${against && ` (${against})`}${ratio && `, ratio ${ratio}`}${target && `, to reach ${target}`}`;

export function asMarkdown(title: string, rows: Row[], command: string): string {
  const cells = rows.map(({ dimension, value, against, ratio, target, ok }) => [
    dimension, value, against, ratio, target, ok === null ? "" : ok ? "yes" : "**no**",
  ]);
  const lines = [HEAD, HEAD.map(() => "---"), ...cells].map((line) => `| ${line.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`);
  const machine = `${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"})`;
  return `**${title}** · \`${command}\` · ${machine}\n\n${lines.join("\n")}\n`;
}

/** Puts a section's table between its marks in the README; adds the marks at the end when they are not there yet. */
export function intoReadme(path: string, section: string, table: string): void {
  const [from, to] = [`<!-- bench ${section} -->`, `<!-- /bench ${section} -->`];
  const text = readFileSync(path, "utf8");
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  const block = `${from}\n\n${table}\n${to}`;
  const next = start < 0 || end < start ? `${text.trimEnd()}\n\n${block}\n` : text.slice(0, start) + block + text.slice(end + to.length);
  writeFileSync(path, next);
}
