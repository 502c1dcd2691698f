// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { type ParsedPlan, warningKinds } from "./parsed";

const Line = z.number().int().min(0);
const Text = z.object({ text: z.string().min(1), line: Line, review: z.boolean() });

/** The shape of a plan kept between preview and confirmation. */
export const ParsedPlanShape: z.ZodType<ParsedPlan> = z.object({
  edition: z.string().nullable(),
  pillars: z.array(z.object({ code: z.string(), title: z.string() })),
  areas: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      line: Line,
      objectives: z.array(
        z.object({
          title: z.string(),
          line: Line,
          strategies: z.array(Text),
          pillars: z.array(z.object({ code: z.string().nullable(), label: z.string() })),
        }),
      ),
      consolidation: z.array(Text),
    }),
  ),
  warnings: z.array(
    z.object({
      line: Line,
      kind: z.enum(warningKinds),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

/** "2021-2023": four digits, a dash, four digits, in order. */
export const Edition = z
  .string()
  .trim()
  .regex(/^20\d\d-20\d\d$/, "plan.import.editionWrong")
  .refine((years) => years.slice(0, 4) <= years.slice(5), "plan.import.editionWrong");
