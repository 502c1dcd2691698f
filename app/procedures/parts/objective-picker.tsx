// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { CheckboxGroup, type FormState } from "~/ui";

type Objective = { id: string; code: string; title: string };

/** The objectives of the plan to tick, folded so that the form stays short. */
export function ObjectivePicker({ objectives, chosen = [], state }: { objectives: Objective[]; chosen?: string[]; state?: FormState }) {
  const { t } = useTranslation();
  if (objectives.length === 0) return <p className="muted" id="objectives">{t("procedures.objectives.none")}</p>;
  return (
    <details className="objective-picker" id="objectives" open={chosen.length > 0}>
      <summary>{t("procedures.objectives.pick", { count: chosen.length })}</summary>
      <CheckboxGroup
        name="objectives"
        legend={t("procedures.objectives.legend")}
        options={objectives.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        checked={chosen}
        {...(state ? { state } : {})}
      />
    </details>
  );
}
