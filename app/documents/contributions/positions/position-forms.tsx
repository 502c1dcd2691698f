// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, type FormState, RadioGroup, Section, Select, TextArea } from "~/ui";
import { stances } from "./position";

/** How the body spoken for stands: on the document or on a part. */
export function PositionForm({ sections, state }: { sections: { id: string; title: string }[]; state: FormState }) {
  const { t } = useTranslation();
  const mine = state?.values.what === "take" ? state : null;
  return (
    <Section title={t("contributions.position.new")} id="posizione">
      <Form method="post" className="concerto-form no-print" noValidate>
        <Select name="section" label={t("contributions.observation.section")} state={mine} empty={t("contributions.observation.whole")} options={sections.map(({ id, title }) => ({ value: id, label: title }))} />
        <RadioGroup name="stance" legend={t("contributions.position.stance")} options={stances.map((stance) => ({ value: stance, label: t(`contributions.position.stances.${stance}`) }))} state={mine} />
        <TextArea name="condition" label={t("contributions.position.condition")} hint={t("contributions.position.conditionHint")} rows={3} maxLength={2000} state={mine} />
        <Button name="what" value="take">{t("contributions.position.send")}</Button>
      </Form>
    </Section>
  );
}

/** To those with a reserve: is it overcome? */
export function AskAgainForm({ section, state }: { section: string; state: FormState }) {
  const { t } = useTranslation();
  const mine = state?.values.what === "ask" && state.values.section === section ? state : null;
  return (
    <details className="talk-more no-print" open={mine ? true : undefined}>
      <summary>{t("contributions.position.ask")}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="section" value={section} />
        <TextArea id={`nota-${section || "documento"}`} name="note" label={t("contributions.position.note")} hint={t("contributions.position.noteHint")} required rows={2} maxLength={2000} state={mine} />
        <Button small look="outline-primary" name="what" value="ask">{t("contributions.position.askDo")}</Button>
      </Form>
    </details>
  );
}
