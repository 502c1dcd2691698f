// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Checkbox, ErrorSummary, type FormState, RadioGroup, Section, TextArea } from "~/ui";
import type { Extract } from "../extract.server";
import { publications } from "../minutes";
import type { Finding } from "../personal-data";
import { ExtractView } from "./extract-view";

type Props = { before: { full: Finding[]; extract: Finding[]; preview: Extract }; mayFull: boolean; state: FormState };

/** What the city reads: with what the detector found, and the extract as it would be. */
export function PublishForm({ before, mayFull, state }: Props) {
  const { t } = useTranslation();
  const found = mayFull ? before.full : before.extract;
  const offered = publications.filter((publication) => publication !== "full" || mayFull);
  return (
    <Section title={t("meetings.minutes.publish.title")}>
      {mayFull ? null : <p>{t("meetings.minutes.publish.sensitive")}</p>}
      {found.length > 0 ? (
        <Callout tone="warning" title={t("meetings.minutes.publish.found", { count: found.length })}>
          <ul>
            {found.map(({ kind, words }) => (
              <li key={`${kind} ${words}`}>
                {t(`meetings.minutes.finding.${kind}`)}: «{words}»
              </li>
            ))}
          </ul>
          <p>{t("meetings.minutes.publish.foundHint")}</p>
        </Callout>
      ) : null}
      <details>
        <summary>{t("meetings.minutes.publish.preview")}</summary>
        <ExtractView extract={before.preview} />
      </details>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ publication: t("meetings.minutes.publish.title"), reason: t("meetings.minutes.reason") }} />
        <input type="hidden" name="do" value="publish" />
        <RadioGroup name="publication" legend={t("meetings.minutes.publish.what")} options={offered.map((value) => ({ value, label: t(`meetings.minutes.publish.${value}`) }))} state={state} />
        <TextArea id="publish-reason" name="reason" label={t("meetings.minutes.reason")} rows={2} maxLength={3000} state={state} required />
        {found.length > 0 ? <Checkbox name="reviewed" id="reviewed" label={t("meetings.minutes.publish.reviewed")} state={state} /> : null}
        <Button>{t("meetings.minutes.publish.do")}</Button>
      </Form>
    </Section>
  );
}
