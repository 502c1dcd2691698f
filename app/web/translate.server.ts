// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from "~/messages.it";
import { en } from "~/messages.en";
import { createTranslator, type Locale } from "./i18n";
import type { MessageValues } from "./problem";

const translators = {
  it: createTranslator("it", { it: it as object as Record<string, unknown> }),
  en: createTranslator("en", { en: en as object as Record<string, unknown>, it: it as object as Record<string, unknown> }),
};

/** The translator of a language, for rendering on the server. */
export function translator(locale: Locale) {
  return translators[locale];
}

/** One sentence in one language, for letters, exports and errors. */
export function translate(locale: Locale, key: string, values?: MessageValues): string {
  return translators[locale].t(key, values ?? {});
}
