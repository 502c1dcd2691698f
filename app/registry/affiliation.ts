// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { capacities, powers } from "~/identity";

/** What ties a person to a body. Dates are instants; without `validFrom` it begins now, without `validTo` it has no end. */
export const AffiliationInput = z
  .object({
    personId: z.string().min(1),
    organisationId: z.string().min(1),
    capacity: z.enum(capacities),
    powers: z.array(z.enum(powers)).transform((given) => powers.filter((power) => given.includes(power))),
    roleLabel: z.string().trim().min(2).max(120),
    validFrom: z.date().optional(),
    validTo: z.date().nullish(),
    evidence: z.string().trim().max(500).nullish(),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom < validTo, {
    path: ["validTo"],
    message: "registry.affiliation.endsBeforeStart",
  });

export type AffiliationFields = z.input<typeof AffiliationInput>;
