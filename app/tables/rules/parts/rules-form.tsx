// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { districtNumbers, kindGroups } from "~/registry";
import { Button, ButtonLink, Checkbox, CheckboxGroup, ErrorSummary, Field, type FormState, RadioGroup, TextArea } from "~/ui";
import { type RuleName, ruleNames, type TableRules } from "../rules";

type Props = { state: FormState; rules: TableRules; version: number; back: string };

/** The rules of a table, one group of fields each, with the article it comes from; and the act that adopts them. */
export function RulesForm({ state, rules, version, back }: Props) {
  const { t } = useTranslation();
  const numbers = ["noticeDays", "urgentDays", "quorumPercent", "secondCallPercent", "forfeitAfter", "minutesDays", "activeMonths"] as const;
  const labels = Object.fromEntries([...numbers, "decisions", "voteCount", "usualPoints", "criterion", "act", "admittedGroups", "districts"].map((name) => [name, t(`tables.rules.field.${name}`)]));
  const number = (name: (typeof numbers)[number], required = false) => (
    <Field name={name} type="number" inputMode="numeric" min={0} label={labels[name] ?? ""} hint={t(`tables.rules.hint.${name}`)} state={state} initial={rules[name] === null ? "" : String(rules[name])} required={required} />
  );
  const fields: Record<RuleName, ReactNode> = {
    notice: (
      <>
        {number("noticeDays", true)}
        {number("urgentDays")}
      </>
    ),
    quorum: (
      <>
        {number("quorumPercent", true)}
        {number("secondCallPercent")}
      </>
    ),
    substitutes: <Checkbox name="substitutes" label={t("tables.rules.field.substitutes")} checked={rules.substitutes} state={state} />,
    decisions: (
      <>
        <RadioGroup name="decisions" legend={labels.decisions ?? ""} initial={rules.decisions} options={["consensus", "vote"].map((value) => ({ value, label: t(`tables.rules.says.${value}`) }))} state={state} />
        <RadioGroup name="voteCount" legend={labels.voteCount ?? ""} initial={rules.voteCount} options={["each_side", "together"].map((value) => ({ value, label: t(`tables.rules.says.voteCount.${value}`) }))} state={state} />
      </>
    ),
    forfeiture: number("forfeitAfter"),
    agenda: <TextArea name="usualPoints" label={labels.usualPoints ?? ""} hint={t("tables.rules.hint.usualPoints")} initial={rules.usualPoints.join("\n")} rows={4} maxLength={1700} state={state} />,
    minutes: (
      <>
        {number("minutesDays", true)}
        <Checkbox name="tacitApproval" label={t("tables.rules.field.tacitApproval")} checked={rules.tacitApproval} state={state} />
      </>
    ),
    admission: (
      <>
        <CheckboxGroup name="admittedGroups" legend={labels.admittedGroups ?? ""} hint={t("tables.rules.hint.admittedGroups")} options={kindGroups.map((value) => ({ value, label: t(`registry.group.${value}`) }))} checked={rules.admittedGroups} state={state} />
        <Checkbox name="enrolledOnly" label={t("tables.rules.field.enrolledOnly")} checked={rules.enrolledOnly} state={state} />
        {number("activeMonths")}
        <CheckboxGroup name="districts" legend={labels.districts ?? ""} hint={t("tables.rules.hint.districts")} options={districtNumbers.map((n) => ({ value: String(n), label: t("registry.district", { number: n }) }))} checked={rules.districts.map(String)} state={state} />
        <TextArea name="criterion" label={labels.criterion ?? ""} hint={t("tables.rules.hint.criterion")} initial={rules.criterion} maxLength={500} state={state} />
      </>
    ),
  };
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <input type="hidden" name="version" value={version} />
      {ruleNames.map((name) => (
        <fieldset key={name} className="field-group">
          <legend>{t(`tables.rules.name.${name}`)}</legend>
          {fields[name]}
          <Field name={`article-${name}`} label={t("tables.rules.field.article")} hint={t("tables.rules.hint.article")} initial={rules.articles[name]} maxLength={60} state={state} />
        </fieldset>
      ))}
      <TextArea name="act" label={labels.act ?? ""} hint={t("tables.rules.hint.act")} maxLength={300} rows={2} state={state} required />
      <div className="form-actions">
        <Button>{t("tables.rules.adoptDo")}</Button>
        <ButtonLink look="outline-primary" to={back}>
          {t("web.form.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
