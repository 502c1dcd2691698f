// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parsePlan } from "~/plan/index.server";
import type { ParsedPlan } from "~/plan";

/** The invented plan of Borgo Alto, as text. */
export const borgoAlto = readFileSync(resolve(import.meta.dirname, "fixtures/piano-di-borgo-alto.txt"), "utf8");

/** Reads a text that is known to be a plan. */
export function readText(text: string): ParsedPlan {
  const reading = parsePlan(new TextEncoder().encode(text));
  if (!reading.ok) throw new Error(`refused: ${reading.because}`);
  return reading.plan;
}
