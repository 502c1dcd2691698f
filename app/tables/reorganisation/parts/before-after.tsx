// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip, DataTable } from "~/ui";
import type { After } from "../moves";

type Before = { key: string; name: string; members: number; formal: boolean };

const ROW = 44;
const WIDTH = 960;
const LEFT = 380;
const RIGHT = 580;

const shortened = (name: string) => (name.length > 46 ? `${name.slice(0, 44)}…` : name);

/** The system before and after, as a picture whose lines say what becomes of what, and as a list. */
export function BeforeAfter({ before, after }: { before: Before[]; after: After[] }) {
  const { t } = useTranslation();
  const kept = after.filter(({ state }) => state !== "closed");
  const height = Math.max(before.length, kept.length) * ROW + 10;
  const y = (i: number) => 8 + i * ROW;
  const heads = ["table", "becomes", "members", "status"].map((name) => t(`tables.reorganisation.head.${name}`));
  return (
    <>
      <figure className="before-after">
        <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t("tables.reorganisation.pictureLabel")}>
          {kept.flatMap((target, k) =>
            target.from.map((id) => {
              const i = before.findIndex(({ key }) => key === id);
              return i < 0 ? null : <path key={`${id} ${target.key}`} className={`flow-${target.state}`} d={`M ${LEFT} ${y(i) + 16} C ${LEFT + 100} ${y(i) + 16}, ${RIGHT - 100} ${y(k) + 16}, ${RIGHT} ${y(k) + 16}`} />;
            }),
          )}
          {before.map((table, i) => (
            <g key={table.key} className={after.find(({ key }) => key === table.key)?.state === "closed" ? "box-closed" : "box-kept"}>
              <rect x={0} y={y(i)} width={LEFT} height={32} rx={4} />
              <text x={10} y={y(i) + 21}>
                {shortened(table.name)}
              </text>
            </g>
          ))}
          {kept.map((table, i) => (
            <g key={table.key} className={`box-${table.state}`}>
              <rect x={RIGHT} y={y(i)} width={WIDTH - RIGHT} height={32} rx={4} />
              <text x={RIGHT + 10} y={y(i) + 21}>
                {shortened(table.name)}
              </text>
            </g>
          ))}
        </svg>
      </figure>
      <DataTable caption={t("tables.reorganisation.beforeAfter")} head={heads}>
        {after.map((table) => (
          <tr key={table.key}>
            <th scope="row">{table.name}</th>
            <td data-label={heads[1]}>
              <Chip tone={table.state === "new" ? "primary" : table.state === "closed" ? "danger" : table.state === "changed" ? "warning" : "neutral"}>{t(`tables.reorganisation.after.${table.state}`)}</Chip>
              {table.state === "new" ? <div className="muted">{t("tables.reorganisation.from", { names: table.from.map((id) => before.find(({ key }) => key === id)?.name ?? "").join(", ") })}</div> : null}
              {table.links.map(({ to, relation }) => (
                <div key={to + relation} className="muted">
                  {t(`tables.reorganisation.relation.${relation}`, { table: to })}
                </div>
              ))}
            </td>
            <td data-label={heads[2]}>{table.members}</td>
            <td data-label={heads[3]}>{t(table.formal ? "tables.status.formal" : "tables.reorganisation.notFormal")}</td>
          </tr>
        ))}
      </DataTable>
    </>
  );
}
