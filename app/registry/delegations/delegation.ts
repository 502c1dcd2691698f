// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

export const MAX_DESCRIPTION = 200;

/** The act on which somebody's powers rest, and which act it is. */
export const DelegationInput = z.object({
  file: z.instanceof(File, { error: "registry.delegation.fileMissing" }).refine((file) => file.name !== "", { error: "registry.delegation.fileMissing" }),
  description: z.string({ error: "registry.delegation.descriptionMissing" }).trim().min(3, { error: "registry.delegation.descriptionMissing" }).max(MAX_DESCRIPTION, { error: "web.field.tooLong" }),
});
