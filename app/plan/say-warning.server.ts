// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from "~/web/i18n";
import { translate } from "~/web/translate.server";
import type { Warning } from "./import/parsed";

/** A warning of the importer as a sentence. */
export function sayWarning(locale: Locale, warning: Warning): string {
  return translate(locale, `plan.warnings.${warning.kind}`, warning.values);
}
