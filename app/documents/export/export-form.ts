// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { formats } from "./paper";

/** Parts added at the end of the file on request. */
export const appendices = ["authorship", "observations", "comments"] as const;
export type Appendix = (typeof appendices)[number];

/** What one asks for; kept with the job, so that it can be asked again. */
export const ExportWish = z.object({
  format: z.enum(formats, { error: "paper.chooseFormat" }),
  appendices: z.array(z.enum(appendices)).default([]),
  protocol: z.string().trim().max(60, { error: "paper.protocolTooLong" }).default(""),
  version: z.coerce.number().int().positive().optional(),
});
export type ExportWish = z.infer<typeof ExportWish>;
