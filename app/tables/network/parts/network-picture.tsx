// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";
import { HEIGHT, type NetworkLink, type Placed, WIDTH } from "../picture";

type Props = { nodes: Placed[]; links: NetworkLink[]; near: ReadonlySet<string>; chosen: string | null };

const shortened = (label: string) => (label.length > 30 ? `${label.slice(0, 28)}…` : label);

/** The network as a picture; whoever does not see it has the same as a list below. A point chosen shows its neighbours and fades the rest. */
export function NetworkPicture({ nodes, links, near, chosen }: Props) {
  const { t } = useTranslation();
  const at = new Map(nodes.map((node) => [node.id, node]));
  const faded = (id: string) => chosen !== null && !near.has(id);
  return (
    <figure className="network-picture">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("tables.network.pictureLabel", { tables: nodes.filter(({ kind }) => kind === "table").length, bodies: nodes.filter(({ kind }) => kind === "body").length })}>
        {links.map(({ source, target, kind }) => {
          const [from, to] = [at.get(source), at.get(target)];
          return from && to ? <line key={`${source} ${target} ${kind}`} className={`network-${kind}${chosen !== null && source !== chosen && target !== chosen ? " faded" : ""}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} /> : null;
        })}
        {nodes.map((node) => (
          <Link key={node.id} to={paths.tableNetwork(node.id)} className={`network-node network-${node.kind}${faded(node.id) ? " faded" : ""}${node.id === chosen ? " chosen" : ""}`} aria-label={node.label} preventScrollReset>
            <title>{node.label}</title>
            {node.kind === "table" ? <circle cx={node.x} cy={node.y} r={Math.min(18, 9 + node.degree / 3)} /> : node.kind === "area" ? <rect x={node.x - 13} y={node.y - 9} width={26} height={18} rx={3} /> : <circle cx={node.x} cy={node.y} r={5} />}
            {node.kind === "body" && !near.has(node.id) ? null : (
              <text x={node.x} y={node.kind === "area" ? node.y + 4 : node.y + (node.kind === "table" ? 30 : 17)} textAnchor={node.kind === "area" ? "middle" : node.x < 120 ? "start" : node.x > WIDTH - 120 ? "end" : "middle"}>
                {shortened(node.label)}
              </text>
            )}
          </Link>
        ))}
      </svg>
      <figcaption>
        <ul className="network-legend">
          {(["table", "body", "area"] as const).map((kind) => (
            <li key={kind}>
              <span className={`network-key network-key-${kind}`} aria-hidden="true" /> {t(`tables.network.kind.${kind}`)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
