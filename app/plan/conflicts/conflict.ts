// SPDX-License-Identifier: AGPL-3.0-or-later
/** Policies that conflict, overlap or do not agree, and how the policy table resolves it (city's plan, 4.1: incoherence, overlap and conflict). */
import { z } from "zod";

export const natures = ["conflict", "overlap", "incoherence"] as const;
export type Nature = (typeof natures)[number];

export const resolutions = ["one_prevails", "both_adapted", "kept_distinct", "referred"] as const;
export type Resolution = (typeof resolutions)[number];

/** How a form names what conflicts: "objective:…", "strategy:…", "action:…", "guideline:…", "decision:…", "table:…". */
export const sideKinds = ["objective", "strategy", "action", "guideline", "decision", "table"] as const;
export type SideKind = (typeof sideKinds)[number];

/** How many sides a form has room for, chosen or named. */
export const SIDES = [1, 2, 3] as const;

const maybe = z.preprocess((value) => (value === "" || value === undefined ? null : value), z.string().trim().max(300, "web.field.tooLong").nullable());
const chosen = z.preprocess((value) => (value === "" || value === undefined ? null : value), z.string().regex(new RegExp(`^(${sideKinds.join("|")}):[\\w-]+$`), "web.field.invalid").nullable());

export const ConflictInput = z
  .object({
    title: z.string().trim().min(5, "tables.items.titleNeeded").max(160, "web.field.tooLong"),
    text: z.string().trim().min(10, "tables.items.textNeeded").max(4000, "web.field.tooLong"),
    nature: z.enum(natures, { message: "conflicts.chooseNature" }),
    side1: chosen, side2: chosen, side3: chosen,
    named1: maybe, named2: maybe,
  })
  .transform(({ side1, side2, side3, named1, named2, ...said }) => ({ ...said, sides: [...new Set([side1, side2, side3].filter((side) => side !== null))], named: [...new Set([named1, named2].filter((name) => name !== null))] }))
  .refine(({ sides, named }) => sides.length + named.length >= 2, { path: ["side1"], message: "conflicts.twoSides" });

export const ResolutionInput = z
  .object({
    resolution: z.enum(resolutions, { message: "conflicts.chooseResolution" }),
    reason: z.string().trim().min(10, "tables.items.reasonNeeded").max(2000, "web.field.tooLong"),
    prevailingSideId: maybe, referredTo: maybe, decisionId: maybe, guidelineId: maybe,
    part: z.preprocess((value) => (value === "" || value === undefined ? null : value), z.string().regex(/^(objective|strategy):[\w-]+$/, "web.field.invalid").nullable()),
  })
  .refine(({ resolution, prevailingSideId }) => resolution !== "one_prevails" || prevailingSideId !== null, { path: ["prevailingSideId"], message: "conflicts.choosePrevailing" })
  .refine(({ resolution, referredTo }) => resolution !== "referred" || referredTo !== null, { path: ["referredTo"], message: "conflicts.referredNeeded" });

export const ReopenInput = z.object({ reason: z.string().trim().min(10, "conflicts.reopenNeeded").max(2000, "web.field.tooLong") });
