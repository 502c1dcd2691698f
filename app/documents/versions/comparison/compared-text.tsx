// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Compared, ComparedLine, ComparedTable } from "./compare";
import { Parts, type Shown, WhatHappened } from "./parts";

/** The two texts as one: what went struck through where it stood, what came underlined. */
export function OneText({ compared, numbers }: { compared: Compared[]; numbers: (number | null)[] }) {
  return (
    <div className="document-text compared">
      {compared.map((unit, i) => (
        <Place key={key(i)} number={numbers[i] ?? null} last={Math.max(...numbers.map((n) => n ?? 0))} change={unit.change}>
          <UnitShown unit={unit} shown="both" />
          <Note unit={unit} />
        </Place>
      ))}
    </div>
  );
}

/** The two texts beside each other, place by place. */
export function TwoTexts({ compared, numbers, heads }: { compared: Compared[]; numbers: (number | null)[]; heads: [string, string] }) {
  const { t } = useTranslation();
  const last = Math.max(...numbers.map((n) => n ?? 0));
  return (
    <div className="table-scroll" role="region" aria-label={t("documents.versions.compare.sides")} tabIndex={0}>
      <table className="sides document-text">
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map((unit, i) => (
            <tr key={key(i)} className={`side-${unit.change}`} id={numbers[i] ? `m-${numbers[i]}` : undefined}>
              <td>{unit.change === "came" ? <Nothing /> : <UnitShown unit={unit} shown="before" />}</td>
              <td>
                {unit.change === "went" ? <Nothing /> : <UnitShown unit={unit} shown="after" />}
                {unit.change === "same" ? null : <Note unit={unit} />}
                <Steps number={numbers[i] ?? null} last={last} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const key = (i: number) => i;

function Nothing() {
  const { t } = useTranslation();
  return <span className="visually-hidden">{t("documents.versions.compare.nothing")}</span>;
}

function Place({ number, last, change, children }: { number: number | null; last: number; change: string; children: ReactNode }) {
  if (number === null) return <>{children}</>;
  return (
    <div className={`change change-${change}`} id={`m-${number}`}>
      {children}
      <Steps number={number} last={last} />
    </div>
  );
}

/** From one change to the next, with the keyboard too. */
function Steps({ number, last }: { number: number | null; last: number }) {
  const { t } = useTranslation();
  if (number === null) return null;
  return (
    <p className="change-steps no-print">
      {t("documents.versions.compare.nth", { number, last })}
      {number > 1 ? <a href={`#m-${number - 1}`}>{t("documents.versions.compare.previous")}</a> : null}
      {number < last ? <a href={`#m-${number + 1}`}>{t("documents.versions.compare.next")}</a> : null}
    </p>
  );
}

function Note({ unit }: { unit: Compared }) {
  if (unit.what === "line") return <WhatHappened parts={unit.parts} change={unit.change} also={unit.also} kind={unit.kind} />;
  return <WhatHappened parts={unit.rows.flatMap(({ cells }) => cells.flatMap(({ parts }) => parts))} change={unit.change} />;
}

function UnitShown({ unit, shown }: { unit: Compared; shown: Shown }) {
  return unit.what === "table" ? <TableShown table={unit} shown={shown} /> : <LineShown line={unit} shown={shown} />;
}

function LineShown({ line: { kind, sign, parts }, shown }: { line: ComparedLine; shown: Shown }) {
  const words = <Parts parts={parts} shown={shown} />;
  if (kind === "heading2") return <h2>{words}</h2>;
  if (kind === "heading3") return <h3>{words}</h3>;
  if (kind === "heading4") return <h4>{words}</h4>;
  if (kind !== "item") return <p>{words}</p>;
  return (
    <p className="compared-item">
      <span className="compared-sign">{sign}</span> {words}
    </p>
  );
}

function TableShown({ table: { rows }, shown }: { table: ComparedTable; shown: Shown }) {
  const hidden = shown === "before" ? "came" : shown === "after" ? "went" : null;
  return (
    <div className="tableWrapper">
      <table>
        <tbody>
          {rows
            .filter(({ change }) => change !== hidden)
            .map(({ change, cells }, i) => (
              <tr key={key(i)} className={`row-${change}`}>
                {cells.map(({ head, parts }, column) => {
                  const Cell = head ? "th" : "td";
                  return (
                    <Cell key={key(column)}>
                      <Parts parts={parts} shown={shown} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
