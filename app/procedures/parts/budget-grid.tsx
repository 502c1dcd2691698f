// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, type FormState } from "~/ui";
import { type Budget, costCategories, resourceClasses } from "../budget";
import { type BudgetRows, type CostRow, type ResourceRow, rowsOf } from "../budget-form";
import { writeEuro } from "../euro";

const BLANK_ROWS = 2;
type Partner = { id: string; name: string };

/** The rows to show: those typed if they were refused, else those saved; always with some blank ones to write in. */
export function startingRows(state: FormState, budget: Budget, ownId: string): BudgetRows {
  const values = state?.values;
  const rows = values
    ? rowsOf({ getAll: (name) => [values[name] ?? []].flat() })
    : {
        costs: budget.costs.map(({ partnerId, action, category, year, resourceClass, amount }) => ({ partner: partnerId, action, category, year: String(year), class: resourceClass, amount: writeEuro(amount) })),
        resources: budget.resources.map(({ partnerId, source, year, resourceClass, amount }) => ({ partner: partnerId, source, year: String(year), class: resourceClass, amount: writeEuro(amount) })),
      };
  const blanks = state ? 0 : BLANK_ROWS;
  return {
    costs: [...rows.costs, ...Array.from({ length: blanks }, () => blankCost(ownId))],
    resources: [...rows.resources, ...Array.from({ length: blanks }, () => blankResource(ownId))],
  };
}

const blankCost = (partner: string): CostRow => ({ partner, action: "", category: "STAFF", year: "", class: "PUBLIC_CASH", amount: "" });
const blankResource = (partner: string): ResourceRow => ({ partner, class: "PUBLIC_CASH", source: "", year: "", amount: "" });

/** The grid of costs and the grid of resources. Emptying a row takes it away; without scripts saving adds blank rows. */
export function BudgetGrid({ rows, partners, errors }: { rows: BudgetRows; partners: Partner[]; errors: Record<string, string> }) {
  const { t } = useTranslation();
  const [more, setMore] = useState({ costs: 0, resources: 0 });
  const owner = partners[0]?.id ?? "";
  const costs = [...rows.costs, ...Array.from({ length: more.costs }, () => blankCost(owner))];
  const resources = [...rows.resources, ...Array.from({ length: more.resources }, () => blankResource(owner))];
  const cell = { partners, errors };
  return (
    <>
      <h3>{t("procedures.budget.costs")}</h3>
      <div className="budget-grid costs">
        {costs.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their place
          <fieldset key={i}>
            <legend className="visually-hidden">{t("procedures.budget.costRow", { n: i + 1 })}</legend>
            <Cell {...cell} side="cost" name="partner" i={i} value={row.partner} />
            <Cell {...cell} side="cost" name="action" i={i} value={row.action} />
            <Cell {...cell} side="cost" name="category" i={i} value={row.category} />
            <Cell {...cell} side="cost" name="class" i={i} value={row.class} />
            <Cell {...cell} side="cost" name="year" i={i} value={row.year} />
            <Cell {...cell} side="cost" name="amount" i={i} value={row.amount} />
          </fieldset>
        ))}
      </div>
      <Button type="button" look="outline-primary" small className="needs-script" onClick={() => setMore({ ...more, costs: more.costs + 1 })}>{t("procedures.budget.addCost")}</Button>
      <h3>{t("procedures.budget.resources")}</h3>
      <div className="budget-grid resources">
        {resources.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their place
          <fieldset key={i}>
            <legend className="visually-hidden">{t("procedures.budget.resourceRow", { n: i + 1 })}</legend>
            <Cell {...cell} side="resource" name="partner" i={i} value={row.partner} />
            <Cell {...cell} side="resource" name="class" i={i} value={row.class} />
            <Cell {...cell} side="resource" name="source" i={i} value={row.source} />
            <Cell {...cell} side="resource" name="year" i={i} value={row.year} />
            <Cell {...cell} side="resource" name="amount" i={i} value={row.amount} />
          </fieldset>
        ))}
      </div>
      <Button type="button" look="outline-primary" small className="needs-script" onClick={() => setMore({ ...more, resources: more.resources + 1 })}>{t("procedures.budget.addResource")}</Button>
      <p className="field-hint">{t("procedures.budget.gridHint")}</p>
    </>
  );
}

type CellProps = { side: "cost" | "resource"; name: string; i: number; value: string; partners: Partner[]; errors: Record<string, string> };

function Cell({ side, name, i, value, partners, errors }: CellProps) {
  const { t } = useTranslation();
  const id = `${side}-${name}-${i}`;
  const error = errors[id];
  const wiring = { id, name: `${side}-${name}[]`, className: "form-control", defaultValue: value, "aria-invalid": error ? true : undefined, "aria-describedby": error ? `${id}-error` : undefined };
  const choices =
    name === "partner" ? partners.map((partner) => ({ value: partner.id, label: partner.name }))
    : name === "category" ? costCategories.map((one) => ({ value: one, label: t(`procedures.budget.category.${one}`) }))
    : name === "class" ? resourceClasses.map((one) => ({ value: one, label: t(`procedures.budget.class.${one}`) }))
    : null;
  return (
    <div className={`field cell-${name} ${error ? "field-wrong" : ""}`}>
      <label htmlFor={id}>{t(`procedures.budget.cell.${name}`)}</label>
      {choices ? (
        <select {...wiring}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>{choice.label}</option>
          ))}
        </select>
      ) : (
        <input {...wiring} inputMode={name === "amount" ? "decimal" : name === "year" ? "numeric" : undefined} autoComplete="off" />
      )}
      {error ? <div id={`${id}-error`} className="field-error">{t(error)}</div> : null}
    </div>
  );
}
