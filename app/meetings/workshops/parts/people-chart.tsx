// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui";

const ROW = 34;
const WIDTH = 720;
const LABELS = 250;
const MOST = 390;

/** Numbers as bars, and the same numbers as a table: whoever cannot see the picture loses nothing. */
export function BarsAndTable({ caption, head, rows }: { caption: string; head: [string, string]; rows: { key: string; label: string; n: number }[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...rows.map(({ n }) => n));
  return (
    <div className="bars">
      <figure>
        <svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW + 4}`} role="img" aria-label={t("workshops.figures.pictureLabel", { caption })}>
          {rows.map(({ key, label, n }, i) => (
            <g key={key}>
              <text x={LABELS - 10} y={i * ROW + 22} textAnchor="end">
                {label}
              </text>
              <rect x={LABELS} y={i * ROW + 6} width={Math.max(2, Math.round((n / most) * MOST))} height={ROW - 12} rx={2} />
              <text className="bar-number" x={LABELS + Math.max(2, Math.round((n / most) * MOST)) + 8} y={i * ROW + 22}>
                {n}
              </text>
            </g>
          ))}
        </svg>
      </figure>
      <details>
        <summary>{t("workshops.figures.asTable")}</summary>
        <DataTable caption={caption} head={head}>
          {rows.map(({ key, label, n }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td data-label={head[1]}>{n}</td>
            </tr>
          ))}
        </DataTable>
      </details>
    </div>
  );
}

/** People present by the kind of body for which they came. Kinds are never compared with one another by a score: only counted. */
export function PeopleByKind({ byKind }: { byKind: { kind: string; people: number }[] }) {
  const { t } = useTranslation();
  return <BarsAndTable caption={t("workshops.figures.byKind")} head={[t("workshops.register.kind"), t("workshops.figures.people")]} rows={byKind.map(({ kind, people }) => ({ key: kind, label: t(`workshops.kind.${kind}`), n: people }))} />;
}
