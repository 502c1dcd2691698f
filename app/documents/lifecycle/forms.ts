// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { parseRomeLocal } from "~/web/time";

export const MAX_REASON = 1000;

export const Reason = z
  .string({ error: "documents.reason.missing" })
  .trim()
  .min(1, { error: "documents.reason.missing" })
  .max(MAX_REASON, { error: "documents.reason.tooLong" });

const EndsAt = z.string().transform((text, issues) => {
  const instant = parseRomeLocal(text);
  if (!instant) issues.addIssue({ code: "custom", message: "documents.lifecycle.endsAt.future" });
  return instant ?? z.NEVER;
});

/** The form of each step that a person takes from the page of the state. */
export const StateChange = z.discriminatedUnion("step", [
  z.object({ step: z.literal("openConsultation"), reason: Reason, endsAt: EndsAt }),
  z.object({ step: z.literal("extendConsultation"), reason: Reason, endsAt: EndsAt }),
  z.object({ step: z.literal("closeConsultation"), reason: Reason }),
  z.object({ step: z.literal("supersede"), reason: Reason }),
]);

/** Whether comments must be closed before the approval: the box, sent with a hidden field beside it. */
export const CommentsRule = z.object({ required: z.literal("on").optional().transform(Boolean) });
