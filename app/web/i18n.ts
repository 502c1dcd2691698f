// SPDX-License-Identifier: AGPL-3.0-or-later
import i18next, { type i18n as I18n } from "i18next";
import type { MessageValues } from "./problem";

export const locales = ["it", "en"] as const;
export type Locale = (typeof locales)[number];
export type Messages = Record<string, unknown>;

/** Makes a translator that holds the given languages. Missing keys show as themselves and are caught by the guard tests. */
export function createTranslator(locale: Locale, resources: Partial<Record<Locale, Messages>>): I18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: "it",
    // resources are given: no loading, ready at once, also while rendering on the server
    initAsync: false,
    resources: Object.fromEntries(
      Object.entries(resources).map(([language, messages]) => [language, { translation: messages as object }]),
    ),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

/** The language a request asks for: its cookie first, then the browser's preference, else Italian. */
export function localeOf(request: Request): Locale {
  const cookie = /(?:^|;\s*)lingua=(it|en)\b/.exec(request.headers.get("cookie") ?? "")?.[1];
  if (cookie) return cookie as Locale;
  const wanted = (request.headers.get("accept-language") ?? "").slice(0, 2).toLowerCase();
  return wanted === "en" ? "en" : "it";
}

export type Translate = (key: string, values?: MessageValues) => string;
