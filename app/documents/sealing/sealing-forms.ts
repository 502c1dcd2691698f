// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { Reason } from "../lifecycle/forms";

export const Approve = z.object({
  reason: Reason,
  protocol: z.string().trim().max(60, { error: "paper.protocolTooLong" }).default(""),
  sure: z.literal("on", { error: "sealing.approve.mustBeSure" }),
});

export const Correct = z.object({ reason: Reason });
