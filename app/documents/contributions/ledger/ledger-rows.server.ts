// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from "~/web/i18n";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import type { Contribution } from "../read-contributions.server";

/** Contributions and their answers as rows of a spreadsheet, the headings first: each as it was and as it was answered last. */
export function ledgerRows(contributions: Contribution[], locale: Locale): string[][] {
  const t = (key: string, values?: Record<string, string | number>) => translate(locale, key, values);
  const when = (at: Date) => formatDateTime(at, locale);
  const heads = ["document", "kind", "number", "body", "person", "at", "section", "inserted", "deleted", "formatted", "text", "standing", "reason", "answeredBy", "answeredFor", "answeredAt"];
  return [
    heads.map((head) => t(`contributions.ledger.head.${head}`)),
    ...contributions.map(({ documentTitle, kind, number, body, person, at, section, words, text, standing, answers }) => {
      const last = answers.at(-1);
      return [
        documentTitle,
        t(kind === "observation" ? "contributions.observation.name" : "contributions.suggestion.name"),
        number === null ? "" : String(number),
        body,
        person,
        when(at),
        section ?? "",
        words?.inserted ?? "",
        words?.deleted ?? "",
        [words?.formatted, words?.shape && t("contributions.shape", { was: t(`contributions.shapes.${words.shape.was}`), becomes: t(`contributions.shapes.${words.shape.becomes}`) })].filter(Boolean).join(" · "),
        text ?? "",
        t(`contributions.standing.${standing}`),
        last?.reason ?? "",
        last?.person ?? "",
        last?.body ?? "",
        last ? when(last.at) : "",
      ];
    }),
  ];
}
