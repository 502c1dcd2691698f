// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from "zod";
import { problem } from "./problem";

/** Values of a form as typed, to be shown again next to the errors. Repeated fields become arrays. */
export function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(form.keys())) {
    const texts = form.getAll(key).filter((value) => typeof value === "string");
    if (texts.length > 0) values[key] = texts.length > 1 || key.endsWith("[]") ? texts : (texts[0] ?? "");
  }
  return values;
}

/**
 * Parses a form (or plain object) with a schema. Throws `invalid` whose `fields` hold one message key per field.
 * Fields named `x[]` reach the schema as the array `x`. Schema messages are message keys, e.g. "registry.fiscalCode.wrong".
 */
export function parse<S extends z.ZodType>(schema: S, input: FormData | Record<string, unknown>): z.output<S> {
  const raw = input instanceof FormData ? unbracket(input) : input;
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const name = issue.path.join(".") || "form";
    fields[name] ??= messageKey(issue);
  }
  throw problem("invalid", { fields });
}

function unbracket(form: FormData): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    if (key.endsWith("[]")) raw[key.slice(0, -2)] = form.getAll(key);
    else raw[key] = form.get(key);
  }
  return raw;
}

function messageKey(issue: z.core.$ZodIssue): string {
  if (/^[a-z][\w]*(\.[\w]+)+$/.test(issue.message)) return issue.message;
  // of several ways to read a value, the one that has words for what is wrong
  if (issue.code === "invalid_union") return issue.errors.flat().map(messageKey).find((key) => !key.startsWith("web.field.")) ?? "web.field.invalid";
  if (issue.code === "too_small") return "web.field.required";
  if (issue.code === "too_big") return "web.field.tooLong";
  if (issue.code === "invalid_type" || issue.code === "invalid_value") return "web.field.required";
  return "web.field.invalid";
}
