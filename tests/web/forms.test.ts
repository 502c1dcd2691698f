// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parse } from "~/web/forms";
import { Problem } from "~/web/problem";

const day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text), "meetings.when.wrong");

/** What each field is told of a form with these values. */
function told(schema: z.ZodType, input: Record<string, unknown>): Record<string, string> | undefined {
  try {
    parse(schema, input);
  } catch (failure) {
    if (failure instanceof Problem) return failure.details.fields;
    throw failure;
  }
  return undefined;
}

describe("what is wrong with a form", () => {
  it("says in the schema's own words what a value should be, also where it may be read in several ways", () => {
    expect(told(z.object({ when: z.union([z.date(), day]) }), { when: "" })).toEqual({ when: "meetings.when.wrong" });
    expect(told(z.object({ when: z.union([z.date(), day]) }), { when: "2026-12-12" })).toBeUndefined();
  });

  it("asks for what was left out, and says that a value is not valid only where the schema has no word for it", () => {
    expect(told(z.object({ title: z.string().min(3) }), { title: "" })).toEqual({ title: "web.field.required" });
    expect(told(z.object({ either: z.union([z.iso.date(), z.ipv4()]) }), { either: "x" })).toEqual({ either: "web.field.invalid" });
  });
});
