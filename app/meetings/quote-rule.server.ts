// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RuleName, say } from "~/tables";
import type { RulesVersion } from "~/tables/index.server";
import type { Locale } from "~/web/i18n";
import { translate } from "~/web/translate.server";

/** A rule of a table in words with where it comes from: what the software quotes when it says no. */
export function quoteRule(locale: Locale, { rules, adopted }: RulesVersion, name: RuleName): string {
  const words = say(rules, name).map(({ says, values }) => translate(locale, says, values)).join(" ");
  const article = rules.articles[name];
  const from = !adopted ? translate(locale, "meetings.rule.customary") : article ? translate(locale, "meetings.rule.article", { article }) : translate(locale, "meetings.rule.adopted");
  return translate(locale, "meetings.rule.quoted", { words, from });
}
