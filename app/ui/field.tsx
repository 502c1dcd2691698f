// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/web/guard.server";

export type FormState = Refusal | undefined | null;

/** What a field must show after a refusal: the value typed, and the reason why it is not good. */
export function fieldState(state: FormState, name: string, initial?: string | null) {
  const typed = state?.values[name];
  return {
    value: (Array.isArray(typed) ? typed[0] : typed) ?? initial ?? "",
    error: state?.problem.fields?.[name.replace(/\[\]$/, "")],
  };
}

type Frame = { id: string; name: string; label: string; hint?: ReactNode; error?: string | undefined; optional?: boolean; children: ReactNode };

function FieldFrame({ id, name, label, hint, error, optional, children }: Frame) {
  const { t } = useTranslation();
  return (
    // where a page has several fields of that name, the error summary still finds the wrong one without JavaScript
    <div id={error && id !== name ? name : undefined} className={`field mb-4 ${error ? "field-wrong" : ""}`}>
      <label htmlFor={id}>
        {label} {optional ? <span className="field-optional">({t("web.form.optional")})</span> : null}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      ) : null}
      {children}
      {error ? (
        <div id={`${id}-error`} className="field-error">
          {t(error)}
        </div>
      ) : null}
    </div>
  );
}

type Shared = { name: string; label: string; hint?: ReactNode; state?: FormState; initial?: string | null; id?: string };

function wiring({ id, hint, error }: { id: string; hint: unknown; error: string | undefined }) {
  return {
    "aria-invalid": error ? true : undefined,
    "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
  };
}

/** One line of text. Not `required` means optional, and says so. */
export function Field(props: Shared & Omit<InputHTMLAttributes<HTMLInputElement>, "defaultValue">) {
  const { name, label, hint, state, initial, id = name, required, ...rest } = props;
  const { value, error } = fieldState(state, name, initial);
  return (
    <FieldFrame id={id} name={name} label={label} hint={hint} error={error} optional={!required}>
      <input id={id} name={name} className="form-control" defaultValue={value} aria-required={required} {...wiring({ id, hint, error })} {...rest} />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea(props: Shared & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "defaultValue">) {
  const { name, label, hint, state, initial, id = name, required, rows = 4, ...rest } = props;
  const { value, error } = fieldState(state, name, initial);
  return (
    <FieldFrame id={id} name={name} label={label} hint={hint} error={error} optional={!required}>
      <textarea id={id} name={name} rows={rows} className="form-control" defaultValue={value} aria-required={required} {...wiring({ id, hint, error })} {...rest} />
    </FieldFrame>
  );
}

export type Option = { value: string; label: string };

/** A choice among few. With `empty` the first row asks to choose. */
export function Select(
  props: Shared & { options: Option[]; empty?: string } & Omit<SelectHTMLAttributes<HTMLSelectElement>, "defaultValue">,
) {
  const { name, label, hint, state, initial, id = name, required, options, empty, ...rest } = props;
  const { value, error } = fieldState(state, name, initial);
  return (
    <FieldFrame id={id} name={name} label={label} hint={hint} error={error} optional={!required}>
      <select id={id} name={name} className="form-control" defaultValue={value} aria-required={required} {...wiring({ id, hint, error })} {...rest}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** A single box to tick. */
export function Checkbox({ name, label, value = "on", checked, state, id = `${name}-${value}` }: { name: string; label: ReactNode; value?: string; checked?: boolean; state?: FormState; id?: string }) {
  const typed = state?.values[name];
  const on = state ? (Array.isArray(typed) ? typed.includes(value) : typed === value) : checked;
  return (
    <div className="form-check">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={on} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

/** Several boxes under one question; the form sends them as `name[]`. */
export function CheckboxGroup({ name, legend, hint, options, checked = [], state }: { name: string; legend: string; hint?: ReactNode; options: Option[]; checked?: string[]; state?: FormState }) {
  const { t } = useTranslation();
  const error = state?.problem.fields?.[name];
  return (
    <fieldset id={name} tabIndex={-1} className={`field mb-4 ${error ? "field-wrong" : ""}`} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {hint ? <div className="field-hint">{hint}</div> : null}
      {options.map((option) => (
        <Checkbox key={option.value} name={`${name}[]`} value={option.value} label={option.label} checked={checked.includes(option.value)} state={state} />
      ))}
      {error ? (
        <div id={`${name}-error`} className="field-error">
          {t(error)}
        </div>
      ) : null}
    </fieldset>
  );
}

/** One choice among few, all in sight. */
export function RadioGroup({ name, legend, hint, options, initial, state, id = name }: { name: string; legend: string; hint?: ReactNode; options: Option[]; initial?: string; state?: FormState; /** Where a page has several groups of that name. */ id?: string }) {
  const { t } = useTranslation();
  const { value, error } = fieldState(state, name, initial);
  return (
    <fieldset id={error ? name : id} tabIndex={-1} className={`field mb-4 ${error ? "field-wrong" : ""}`} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {hint ? <div className="field-hint">{hint}</div> : null}
      {options.map((option) => (
        <div key={option.value} className="form-check">
          <input type="radio" id={`${id}-${option.value}`} name={name} value={option.value} defaultChecked={value === option.value} />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
        </div>
      ))}
      {error ? (
        <div id={`${name}-error`} className="field-error">
          {t(error)}
        </div>
      ) : null}
    </fieldset>
  );
}
