// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, type FormState, Section, Select, TextArea } from "~/ui";
import { MAX_TEXT } from "../answers/outcomes";

/** A formal observation on the document, or on a section of it. */
export function ObservationForm({ sections, state }: { sections: { id: string; title: string }[]; state: FormState }) {
  const { t } = useTranslation();
  const mine = state?.values.what === "observe" ? state : null;
  return (
    <Section title={t("contributions.observation.new")} id="osservazione">
      <Form method="post" className="concerto-form no-print" noValidate>
        <p className="muted">{t("contributions.observation.why")}</p>
        <Select name="section" label={t("contributions.observation.section")} state={mine} empty={t("contributions.observation.whole")} options={sections.map(({ id, title }) => ({ value: id, label: title }))} />
        <TextArea name="text" label={t("contributions.observation.text")} required rows={5} maxLength={MAX_TEXT} state={mine} />
        <Button name="what" value="observe">{t("contributions.observation.send")}</Button>
      </Form>
    </Section>
  );
}
