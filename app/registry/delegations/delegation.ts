// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

export const MAX_DESCRIPTION = 200;
/** More renewals than anybody has, less than fills a disk. */
export const MOST_ACTS = 50;

/** The act on which somebody's powers rest, and which act it is. */
export const DelegationInput = z.object({
  file: z.instanceof(File, { error: "registry.delegation.fileMissing" }).refine((file) => file.name !== "", { error: "registry.delegation.fileMissing" }),
  description: z.string({ error: "registry.delegation.descriptionMissing" }).trim().min(3, { error: "registry.delegation.descriptionMissing" }).max(MAX_DESCRIPTION, { error: "web.field.tooLong" }),
});

/** The file of a form in which an act may come along; null when nothing was chosen (browsers then send a nameless file). */
export function chosenFile(form: FormData | Record<string, unknown>): File | null {
  const file = form instanceof FormData ? form.get("file") : form.file;
  return file instanceof File && file.name !== "" ? file : null;
}

/** The first words of a longer text, as a description of the act that it speaks of. */
export const asDescription = (text: string): string => (text.length > MAX_DESCRIPTION ? `${text.slice(0, MAX_DESCRIPTION - 1)}…` : text);
