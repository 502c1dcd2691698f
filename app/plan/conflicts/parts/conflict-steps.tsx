// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, RadioGroup, Section, Select, TextArea } from "~/ui";
import { resolutions } from "../conflict";
import type { ConflictView } from "../read-conflict.server";

/** What the policy table can do: resolve the conflict, or reopen one it had resolved. */
export function ConflictSteps({ view: { sides, mayResolve, mayReopen, choices }, state }: { view: ConflictView; state: FormState }) {
  const { t } = useTranslation();
  if (!choices || (!mayResolve && !mayReopen)) return null;
  const names = ["resolution", "reason", "prevailingSideId", "referredTo", "decisionId", "guidelineId", "part"];
  const labels = Object.fromEntries(names.map((name) => [name, t(`conflicts.field.${name}`)]));
  const select = (name: string, options: { value: string; label: string }[]) => (options.length > 0 ? <Select name={name} label={labels[name] ?? ""} options={options} empty={t("conflicts.noneOfThese")} state={state} /> : null);
  return (
    <div className="no-print">
      <Section title={t(mayResolve ? "conflicts.resolve" : "conflicts.reopen")}>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={state} labels={labels} />
          {mayResolve ? (
            <>
              <RadioGroup name="resolution" legend={labels.resolution ?? ""} options={resolutions.map((value) => ({ value, label: t(`conflicts.resolution.${value}`) }))} state={state} />
              <Select name="prevailingSideId" label={labels.prevailingSideId ?? ""} hint={t("conflicts.hint.prevailing")} options={sides.map(({ id, label }) => ({ value: id, label }))} empty={t("conflicts.noneOfThese")} state={state} />
              <Field name="referredTo" label={labels.referredTo ?? ""} hint={t("conflicts.hint.referredTo")} maxLength={300} state={state} />
              <TextArea name="reason" label={labels.reason ?? ""} rows={4} maxLength={2000} state={state} required />
              {select("decisionId", choices.decisions)}
              {select("guidelineId", choices.guidelines)}
              {select("part", choices.parts)}
              <Button>{t("conflicts.resolve")}</Button>
            </>
          ) : (
            <>
              <input type="hidden" name="do" value="reopen" />
              <TextArea name="reason" label={t("conflicts.field.reopenReason")} rows={3} maxLength={2000} state={state} required />
              <Button look="outline-primary">{t("conflicts.reopen")}</Button>
            </>
          )}
        </Form>
      </Section>
    </div>
  );
}
