// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Empty, ErrorSummary, Field, type FormState, Section, Select } from "~/ui";
import { paths } from "~/web/paths";
import type { PlanObjective } from "../plan-tree";

type Props = {
  objective: PlanObjective;
  /** Tables that the viewer may link. */
  choices: { id: string; name: string }[];
  /** Ids of the tables whose link the viewer may end. */
  mayUnlink: string[];
  state: FormState;
};

/** The tables that follow an objective; whoever may, links and unlinks them here. */
export function FollowingTables({ objective, choices, mayUnlink, state }: Props) {
  const { t } = useTranslation();
  const unlinking = state?.values.do === "unlink" ? state : null;
  return (
    <Section title={t("plan.objective.tables")} id="tavoli">
      <ErrorSummary state={state} labels={{ tableId: t("plan.link.table") }} />
      {objective.tables.length === 0 ? <Empty>{t("plan.objective.noTables")}</Empty> : null}
      <ul className="plain-list">
        {objective.tables.map((table) => (
          <li key={table.id}>
            <Link to={paths.table(table.slug)}>{table.name}</Link>
            {mayUnlink.includes(table.id) ? (
              <details className="no-print" open={unlinking?.values.tableId === table.id}>
                <summary>{t("plan.link.endFor", { table: table.name })}</summary>
                <Form method="post" className="concerto-form">
                  <input type="hidden" name="do" value="unlink" />
                  <input type="hidden" name="tableId" value={table.id} />
                  <Field
                    name="reason"
                    id={`reason-${table.id}`}
                    label={t("plan.link.reason")}
                    state={unlinking}
                    required
                  />
                  <Button look="outline-danger" small>
                    {t("plan.link.end")}
                  </Button>
                </Form>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {choices.length > 0 ? (
        <Form method="post" className="filters no-print mt-3">
          <Select
            name="tableId"
            label={t("plan.link.do")}
            options={choices.map((one) => ({ value: one.id, label: one.name }))}
            empty={t("web.form.chooseOne")}
            required
          />
          <Button look="outline-primary">{t("plan.link.add")}</Button>
        </Form>
      ) : null}
    </Section>
  );
}
