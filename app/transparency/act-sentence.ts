// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Translate } from "~/web/i18n";

type Told = { act: string; body: { name: string } | null; capacity: string | null; names: Record<string, string> };

/** Who acted, as told to anybody: the body and the capacity, never a person. */
export function whoSentence({ body, capacity }: Told, t: Translate): string {
  if (!body) return t("transparency.journal.platform");
  return capacity ? t("transparency.journal.who", { body: body.name, capacity: t(`transparency.capacity.${capacity}`) }) : body.name;
}

/** What was done, as a phrase that follows who did it. */
export function actSentence({ act, names }: Told, t: Translate): string {
  return t(`journal.acts.${act}`, names);
}
