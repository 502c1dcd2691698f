// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, CheckboxGroup, ErrorSummary, Field, type FormState, type Option, RadioGroup, Select, TextArea } from "~/ui";
import { tableLevels } from "../../levels";
import { type MoveKind, moveKinds } from "../moves";

/** One short form for each kind of move. */
export function MoveForms({ tables, state }: { tables: Option[]; state: FormState }) {
  const { t } = useTranslation();
  const label = (name: string) => t(`tables.reorganisation.field.${name}`);
  const labels = Object.fromEntries(["tableIds", "tableId", "toTableId", "name", "object", "level", "first", "firstObject", "second", "secondObject", "relation", "reason"].map((name) => [name, label(name)]));
  const tried = state?.values.kind;
  const fields = (kind: MoveKind, own: FormState): ReactNode => {
    const text = (name: string) => <Field id={`${kind}-${name}`} name={name} label={labels[name] ?? ""} maxLength={160} state={own} required />;
    const long = (name: string) => <TextArea id={`${kind}-${name}`} name={name} label={labels[name] ?? ""} rows={2} maxLength={1000} state={own} required />;
    const table = (name: "tableId" | "toTableId") => <Select id={`${kind}-${name}`} name={name} label={labels[name] ?? ""} options={tables} empty={t("web.form.chooseOne")} state={own} required />;
    switch (kind) {
      case "merge":
        return (
          <>
            <CheckboxGroup name="tableIds" legend={labels.tableIds ?? ""} options={tables} state={own} />
            {text("name")}
            {long("object")}
            <Select id="merge-level" name="level" label={labels.level ?? ""} options={tableLevels.map((value) => ({ value, label: t(`tables.level.${value}`) }))} initial="objective" state={own} required />
          </>
        );
      case "split":
        return (
          <>
            {table("tableId")}
            {text("first")}
            {long("firstObject")}
            {text("second")}
            {long("secondObject")}
          </>
        );
      case "link":
        return (
          <>
            {table("tableId")}
            <RadioGroup name="relation" legend={labels.relation ?? ""} initial="reports_to" options={["reports_to", "linked"].map((value) => ({ value, label: t(`tables.reorganisation.relationName.${value}`) }))} state={own} />
            {table("toTableId")}
          </>
        );
      default:
        return table("tableId");
    }
  };
  return (
    <div className="move-forms">
      <h3>{t("tables.reorganisation.addMove")}</h3>
      {moveKinds.map((kind) => {
        const own = tried === kind ? state : undefined;
        return (
          <details key={kind} open={own !== undefined}>
            <summary>{t(`tables.reorganisation.add.${kind}`)}</summary>
            <Form method="post" className="concerto-form" noValidate>
              <ErrorSummary state={own} labels={labels} />
              <input type="hidden" name="kind" value={kind} />
              {fields(kind, own)}
              <TextArea id={`${kind}-reason`} name="reason" label={labels.reason ?? ""} rows={2} maxLength={1000} state={own} required />
              <Button look="outline-primary">{t("tables.reorganisation.addDo")}</Button>
            </Form>
          </details>
        );
      })}
    </div>
  );
}
