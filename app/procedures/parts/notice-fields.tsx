// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { art5Letters } from "~/registry";
import { Checkbox, CheckboxGroup, Field, type FormState, Select, TextArea } from "~/ui";
import { toRomeLocal } from "~/web/time";
import { writeEuro } from "../euro";
import type { Kind } from "../machine";
import { type NoticeContent, RESOURCE_ROWS } from "../notice";
import { writePercent } from "../shares";
import { LintNote, type Shown } from "./lint-note";

type Props = { kind: Kind; notice: NoticeContent; state: FormState; warnings: Shown[]; fixedTerm?: boolean };
type TextName = "purpose" | "object" | "alreadyDecided" | "openToDesign" | "whoCanTakePart" | "requirements";

const local = (iso: string | null) => (iso ? toRomeLocal(new Date(iso)).slice(0, 16) : "");

/** Every field of a notice, in the order in which one reads it. With `fixedTerm` the days do not change here. */
export function NoticeFields({ kind, notice, state, warnings, fixedTerm }: Props) {
  const { t } = useTranslation();
  const label = (name: string) => t(`procedures.notice.${name}`, { context: kind });
  const about = (field: string) => <LintNote warnings={warnings.filter((warning) => warning.field === field)} />;
  const words = (name: TextName, rows = 5) => (
    <>
      <TextArea name={name} label={label(name)} hint={t(`procedures.notice.hint.${name}`)} rows={rows} state={state} initial={notice[name]} required />
      {about(name)}
    </>
  );
  return (
    <>
      <h2>{label("part.what")}</h2>
      {words("purpose")}
      {words("object")}
      {words("alreadyDecided", 4)}
      {words("openToDesign")}
      <h2>{label("part.who")}</h2>
      {words("whoCanTakePart", 4)}
      <Checkbox name="onlyEts" label={label("onlyEts")} checked={notice.onlyEts} state={state} />
      {words("requirements")}
      <div className="letters" id="letters">
        <CheckboxGroup name="letters" legend={label("letters")} hint={t("procedures.notice.hint.letters")} options={art5Letters.map((value) => ({ value, label: `${value}) ${t(`registry.art5.${value}`)}` }))} checked={notice.letters} state={state} />
      </div>
      <h2>{label("part.basis")}</h2>
      <div className="field-row">
        <Field name="startActNumber" label={label("startActNumber")} state={state} initial={notice.startActNumber} required />
        <Field name="startActDate" type="date" label={label("startActDate")} state={state} initial={notice.startActDate} required />
      </div>
      <Field name="programmingAct" label={label("programmingAct")} hint={t("procedures.notice.hint.programmingAct")} state={state} initial={notice.programmingAct} />
      {about("programmingAct")}
      <TextArea name="programmingActAbsence" label={label("programmingActAbsence")} rows={2} state={state} initial={notice.programmingActAbsence} />
      {kind === "co_design" ? <MoneyFields notice={notice} state={state} /> : null}
      {fixedTerm ? null : (
        <>
          <h2>{label("part.term")}</h2>
          <p className="field-hint">{t("procedures.notice.hint.term")}</p>
          <div className="field-row">
            <Field name="opensAt" type="datetime-local" label={label("opensAt")} state={state} initial={local(notice.opensAt)} required />
            <Field name="closesAt" type="datetime-local" label={label("closesAt")} state={state} initial={local(notice.closesAt)} required />
          </div>
          <Field name="questionsUntil" type="datetime-local" label={label("questionsUntil")} hint={t("procedures.notice.hint.questionsUntil")} state={state} initial={local(notice.questionsUntil)} required />
          <TextArea name="shortTermReason" label={label("shortTermReason")} rows={2} state={state} initial={notice.shortTermReason} />
        </>
      )}
      <h2>{label("part.contacts")}</h2>
      <Field name="officer" label={label("officer")} hint={t("procedures.notice.hint.officer")} state={state} initial={notice.officer} required />
      <Field name="contactPec" type="email" label={label("contactPec")} state={state} initial={notice.contactPec} required />
      {warnings.length > 0 || notice.justification ? (
        <TextArea name="justification" label={label("justification")} hint={t("procedures.notice.hint.justification")} rows={3} state={state} initial={notice.justification} />
      ) : null}
    </>
  );
}

function MoneyFields({ notice, state }: { notice: NoticeContent; state: FormState }) {
  const { t } = useTranslation();
  const typed = (name: string, row: number) => {
    const values = state?.values[`${name}[]`];
    return Array.isArray(values) ? values[row] : undefined;
  };
  const rows = Math.max(RESOURCE_ROWS, notice.publicResources.length + 1);
  return (
    <>
      <h2>{t("procedures.notice.part.money")}</h2>
      <p className="field-hint">{t("procedures.notice.hint.publicResources")}</p>
      {Array.from({ length: rows }, (_, row) => {
        const saved = notice.publicResources[row];
        const cell = (name: string, initial: string) => ({
          name: `${name}[]`, id: `${name}-${row}`, label: t(`procedures.notice.${name}`), initial: typed(name, row) ?? initial,
          state: rowState(state, `${name}-${row}`, `${name}[]`),
        });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
          <div className="field-row three" key={row}>
            <Field {...cell("resourceSource", saved?.source ?? "")} />
            <Field {...cell("resourceYear", saved ? String(saved.year) : "")} inputMode="numeric" />
            <Field {...cell("resourceAmount", saved ? writeEuro(saved.cents) : "")} inputMode="decimal" />
          </div>
        );
      })}
      <div className="field-row">
        <Field name="coFinancingPercent" label={t("procedures.notice.coFinancingPercent")} hint={t("procedures.notice.hint.coFinancingPercent")} inputMode="decimal" state={state} initial={notice.coFinancingMinShare ? writePercent(notice.coFinancingMinShare) : ""} />
        <Select
          name="coFinancingBase"
          label={t("procedures.notice.coFinancingBase")}
          state={state}
          initial={notice.coFinancingBase}
          options={(["PUBLIC_RESOURCES", "TOTAL_COST"] as const).map((value) => ({ value, label: t(`procedures.notice.base.${value}`) }))}
          required
        />
      </div>
      <Select
        name="samePerson"
        label={t("procedures.notice.samePerson")}
        hint={t("procedures.notice.hint.samePerson")}
        state={state}
        initial={notice.samePerson ?? "ALLOW_WITH_DECLARATION"}
        options={(["ALLOW_WITH_DECLARATION", "FORBID"] as const).map((value) => ({ value, label: t(`procedures.notice.samePersonRule.${value}`) }))}
        required
      />
      <Field name="cup" label={t("procedures.notice.cup")} state={state} initial={notice.cup} />
    </>
  );
}

/** The state of one cell of a repeated field: its own error, and no value so that `initial` stands. */
function rowState(state: FormState, cell: string, name: string): FormState {
  if (!state) return state;
  const error = state.problem.fields?.[cell];
  return { problem: { ...state.problem, fields: error ? { [name.replace(/\[\]$/, "")]: error } : {} }, values: {} };
}
