// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { type FormState, fieldState } from "~/ui";

type Props = { name: string; legend: string; initial: string; state: FormState; options: { value: string; label: string; note: string }[] };

/** One of a few, each with a sentence that says what it means. */
export function Choice({ name, legend, initial, state, options }: Props) {
  const { t } = useTranslation();
  const { value, error } = fieldState(state, name, initial);
  return (
    <fieldset id={name} className={`field choice mb-4 ${error ? "field-wrong" : ""}`} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <div key={option.value} className="form-check choice-row">
          <input type="radio" id={`${name}-${option.value}`} name={name} value={option.value} defaultChecked={option.value === value} aria-describedby={`${name}-${option.value}-note`} />
          <label htmlFor={`${name}-${option.value}`}>{option.label}</label>
          <p id={`${name}-${option.value}-note`} className="choice-note">
            {option.note}
          </p>
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
