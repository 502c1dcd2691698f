// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { CheckboxGroup, Field, type FormState, Select, TextArea } from "~/ui";
import { toRomeDay } from "~/web/time";
import { actionStates, districts, type PlanAction } from "../action";

/** The names of the fields of an action, for the summary of what is wrong. */
export function useActionLabels(): Record<string, string> {
  const { t } = useTranslation();
  return {
    title: t("plan.action.title"),
    description: t("plan.action.description"),
    partners: t("plan.action.partners"),
    districts: t("plan.action.districts"),
    startsOn: t("plan.action.startsOn"),
    endsOn: t("plan.action.endsOn"),
    state: t("plan.action.stateLabel"),
  };
}

type Props = { state: FormState; action?: PlanAction; bodies: { id: string; name: string }[] };

/** What a body says of an action; the same fields to declare and to change it. */
export function ActionFields({ state, action, bodies }: Props) {
  const { t } = useTranslation();
  const labels = useActionLabels();
  const day = (date: Date | null | undefined) => (date ? toRomeDay(date) : "");
  return (
    <>
      <Field
        name="title"
        label={labels.title ?? ""}
        hint={t("plan.action.titleHint")}
        state={state}
        initial={action?.title ?? ""}
        maxLength={200}
        required
      />
      <TextArea
        name="description"
        label={labels.description ?? ""}
        hint={t("plan.action.descriptionHint")}
        state={state}
        initial={action?.description ?? ""}
        rows={6}
        required
      />
      <Select
        name="state"
        label={labels.state ?? ""}
        state={state}
        initial={action?.state ?? "ongoing"}
        options={actionStates.map((value) => ({ value, label: t(`plan.action.state.${value}`) }))}
        required
      />
      <div className="field-pair">
        <Field
          name="startsOn"
          type="date"
          label={labels.startsOn ?? ""}
          hint={t("plan.action.startsOnHint")}
          state={state}
          initial={day(action?.startsOn)}
          required
        />
        <Field
          name="endsOn"
          type="date"
          label={labels.endsOn ?? ""}
          hint={t("plan.action.endsOnHint")}
          state={state}
          initial={day(action?.endsOn)}
        />
      </div>
      <div className="choice-row">
        <CheckboxGroup
          name="districts"
          legend={labels.districts ?? ""}
          hint={t("plan.action.districtsHint")}
          state={state}
          options={districts.map((number) => ({ value: String(number), label: String(number) }))}
          checked={action?.districts.map(String) ?? []}
        />
      </div>
      <div className="choice-scroll">
        <CheckboxGroup
          name="partners"
          legend={labels.partners ?? ""}
          hint={t("plan.action.partnersHint")}
          state={state}
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          checked={action?.partners.map((partner) => partner.id) ?? []}
        />
      </div>
    </>
  );
}
