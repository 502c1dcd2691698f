// SPDX-License-Identifier: AGPL-3.0-or-later
import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createTranslator, type Locale, type Messages } from "~/web/i18n";

const locale: Locale = document.documentElement.lang === "en" ? "en" : "it";
const messages = (locale === "en" ? (await import("./messages.en")).en : (await import("./messages.it")).it) as Messages;
const translator = createTranslator(locale, { [locale]: messages });

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={translator}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
