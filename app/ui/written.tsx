// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The language in which the city's people write. */
const OF_THE_CITY = "it";

/** Words that people have written, inside a page in another language: a screen reader then speaks them as they are meant (WCAG 3.1.2). */
export function Written({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  return i18n.language === OF_THE_CITY ? children : <span lang={OF_THE_CITY}>{children}</span>;
}
