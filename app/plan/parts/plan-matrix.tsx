// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";
import { heatOf, type Matrix } from "../plan-tree";

/**
 * The plan in one picture: areas by pillars, each cell the number of priority objectives that link the two, deeper where they are more. It is a table, so it can be
 * heard and walked by keyboard; the same counts follow as a list.
 */
export function PlanMatrix({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation();
  const highest = Math.max(1, ...matrix.rows.flatMap((row) => row.cells.map((cell) => cell.count)));
  return (
    <div className="plan-figure">
      <p className="muted">{t("plan.matrix.how")}</p>
      <table className="plan-matrix">
        <caption className="visually-hidden">{t("plan.matrix.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {t("plan.matrix.area")}
            </th>
            {matrix.pillars.map((pillar) => (
              <th key={pillar.code} scope="col">
                <span className="matrix-pillar">
                  <span className="matrix-code">{pillar.code}</span>{" "}
                  <span className="matrix-name">{pillar.shortTitle}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                <Link to={paths.planArea(row.number)}>
                  <span className="matrix-code">{row.number}</span> <span className="matrix-name">{row.title}</span>
                </Link>
              </th>
              {row.cells.map(({ code, count }) => (
                <td key={code} className={`heat-${heatOf(count, highest)}`}>
                  {count > 0 ? (
                    <Link
                      to={paths.planSearch({ area: row.number, caposaldo: code })}
                      aria-label={t("plan.matrix.cell", { area: row.number, pillar: code, count })}
                    >
                      {count}
                    </Link>
                  ) : (
                    <span className="visually-hidden">{t("plan.matrix.none")}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <MatrixLegend matrix={matrix} />
    </div>
  );
}

function MatrixLegend({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation();
  const nameOf = (code: string) => matrix.pillars.find((pillar) => pillar.code === code)?.shortTitle ?? code;
  return (
    <>
      <details className="matrix-legend">
        <summary>{t("plan.matrix.pillars")}</summary>
        <ul className="plain-list">
          {matrix.pillars.map((pillar) => (
            <li key={pillar.code}>
              <strong>{pillar.code}</strong> {pillar.title}
            </li>
          ))}
        </ul>
      </details>
      <details className="matrix-legend">
        <summary>{t("plan.matrix.asList")}</summary>
        <ul className="plain-list">
          {matrix.rows.map((row) => (
            <li key={row.number}>
              <Link to={paths.planArea(row.number)}>
                {row.number} {row.title}
              </Link>
              <span className="matrix-counts">
                {row.cells
                  .filter((cell) => cell.count > 0)
                  .map((cell) => t("plan.matrix.listItem", { pillar: nameOf(cell.code), count: cell.count }))
                  .join("; ")}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
