// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState, type Option, Select, TextArea } from "~/ui";
import type { ElementView } from "../view-element.server";

/** What a Municipio does with something gathered: bring it to a city table, or say why it does not. */
export function ElementActions({ element, tables, state }: { element: ElementView; tables: Option[]; state: FormState }) {
  const { t } = useTranslation();
  const own = (what: string) => (state?.values.elementId === element.id && state.values.do === what ? state : undefined);
  const labels = { tableId: t("tables.items.field.table"), reason: t("tables.reason") };
  return (
    <>
      <details open={own("bring") !== undefined}>
        <summary>{t("liaison.element.bring")}</summary>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={own("bring")} labels={labels} />
          <input type="hidden" name="elementId" value={element.id} />
          <Select id={`table-${element.id}`} name="tableId" label={labels.tableId} empty={t("web.form.chooseOne")} options={tables} state={own("bring")} required />
          <Button name="do" value="bring">{t("liaison.element.bring")}</Button>
        </Form>
      </details>
      {element.keptReason ? null : (
        <details open={own("keep") !== undefined}>
          <summary>{t("liaison.element.keep")}</summary>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={own("keep")} labels={labels} />
            <input type="hidden" name="elementId" value={element.id} />
            <TextArea id={`reason-${element.id}`} name="reason" label={labels.reason} hint={t("liaison.element.keepHint")} rows={2} maxLength={500} state={own("keep")} required />
            <Button name="do" value="keep" look="outline-primary">{t("liaison.element.keep")}</Button>
          </Form>
        </details>
      )}
    </>
  );
}
