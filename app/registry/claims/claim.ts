// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import type { Capacity, Power } from "~/identity";
import { normaliseCode, whyNotBodyFiscalCode } from "../fiscal-code";

/** In what quality somebody may ask to speak for a body. */
export const claimCapacities = ["legal_representative", "attorney", "delegate", "technical_contact"] as const satisfies readonly Capacity[];
export type ClaimCapacity = (typeof claimCapacities)[number];

/**
 * What each quality may do once the request is accepted (DPR 445/2000: only the legal representative and who holds a power of attorney
 * declare and sign). Whoever answers may give less, later, as for anybody.
 */
export const powersOfCapacity: Record<ClaimCapacity, readonly Power[]> = {
  legal_representative: ["read", "write", "speak", "submit", "declare", "sign", "approve_minutes", "manage_members"],
  attorney: ["read", "write", "speak", "submit", "declare", "sign", "approve_minutes"],
  delegate: ["read", "write", "speak", "submit", "approve_minutes"],
  technical_contact: ["read", "write"],
};

/** The fiscal code of a body as somebody typed it; the message says what is wrong with it. */
export const BodyFiscalCode = z
  .string()
  .trim()
  .min(1, "registry.claims.codeNeeded")
  .transform(normaliseCode)
  .superRefine((code, check) => {
    const because = whyNotBodyFiscalCode(code);
    if (because) check.addIssue({ code: "custom", message: because });
  });

/** Who asks, in what quality, and what shows it. */
export const ClaimInput = z.object({
  fiscalCode: BodyFiscalCode,
  capacity: z.enum(claimCapacities, { message: "registry.claims.chooseCapacity" }),
  roleLabel: z.string().trim().min(2, "web.field.required").max(120, "web.field.tooLong"),
  evidence: z.string().trim().min(10, "registry.claims.evidenceNeeded").max(1000, "web.field.tooLong"),
});

/** For a body that is not in the registry: what else must be known of it. */
export const NewBodyInput = ClaimInput.extend({
  name: z.string().trim().min(3, "web.field.required").max(200, "web.field.tooLong"),
  kind: z.enum(["ets", "other_nonprofit", "company", "religious_body", "trade_union", "professional_order"], { message: "registry.form.chooseKind" }),
});
