// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { type Capacity, capacities, type Power, powers } from "~/identity";
import { chosenFile, MAX_DESCRIPTION } from "../delegations/delegation";

/** Capacities in which one can be invited to speak for a body. */
export const invitableCapacities = capacities.filter((capacity): capacity is Exclude<Capacity, "platform_administrator" | "guest"> => capacity !== "platform_administrator" && capacity !== "guest");

/** What is ticked when the form opens: enough to take part, nothing that binds the body. */
export const usualPowers: readonly Power[] = ["read", "write", "speak"];

/** The act that may come with an invitation: a file and which act it is, both or neither. */
export const InvitationAct = z.object({
  file: z.unknown().optional().transform((file) => chosenFile({ file })),
  description: z.string().trim().max(MAX_DESCRIPTION, "web.field.tooLong").default(""),
}).superRefine(({ file, description }, check) => {
  if (file && description.length < 3) check.addIssue({ code: "custom", path: ["description"], message: "registry.delegation.descriptionMissing" });
  if (!file && description) check.addIssue({ code: "custom", path: ["file"], message: "registry.delegation.fileMissing" });
}).transform(({ file, description }) => (file ? { file, description } : null));

/** What an invitation offers; the address is checked where it is used. */
export const InvitationOffer = z.object({
  capacity: z.enum(invitableCapacities),
  roleLabel: z.string().trim().min(2, "web.field.required").max(120, "web.field.tooLong"),
  powers: z
    .array(z.enum(powers), "identity.invite.noPower")
    .min(1, "identity.invite.noPower")
    .transform((given) => powers.filter((power) => given.includes(power))),
});
