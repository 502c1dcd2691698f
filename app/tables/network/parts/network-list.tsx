// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { paths } from "~/web/paths";
import type { Placed } from "../picture";

type Props = { nodes: Placed[]; neighbours: Record<string, string[]>; chosen: string | null };

/** The network in words: each table with its areas and bodies, or what is around the chosen point. */
export function NetworkList({ nodes, neighbours, chosen }: Props) {
  const { t } = useTranslation();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const around = (id: string, kind: Placed["kind"]) =>
    (neighbours[id] ?? [])
      .flatMap((other) => byId.get(other) ?? [])
      .filter((node) => node.kind === kind)
      .sort((a, b) => a.label.localeCompare(b.label, "it", { numeric: true }));
  const centre = chosen ? byId.get(chosen) : undefined;
  const rows = centre ? [centre] : nodes.filter(({ kind }) => kind === "table");
  return (
    <ul className="plain-list">
      {rows.map((node) => (
        <li key={node.id}>
          <Link to={node.to}>{node.kind === "area" ? t("tables.area", { number: node.label }) : node.label}</Link> <EnrolmentChip body={node.standing} />
          {(["table", "area", "body"] as const).map((kind) => {
            const others = around(node.id, kind);
            return others.length === 0 ? null : (
              <div key={kind}>
                <span className="muted">{t(`tables.network.with.${kind}`, { count: others.length })}</span>{" "}
                {others.map((other, i) => (
                  <span key={other.id}>
                    {i > 0 ? ", " : ""}
                    <Link to={paths.tableNetwork(other.id)} preventScrollReset>
                      {other.label}
                    </Link>
                    {other.standing ? <> <EnrolmentChip body={other.standing} /></> : null}
                  </span>
                ))}
              </div>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
