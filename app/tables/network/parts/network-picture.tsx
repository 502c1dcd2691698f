// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";
import { HEIGHT, labelsFor, type NetworkLink, type Placed, radiusOf, WIDTH } from "../picture";

type Props = { nodes: Placed[]; links: NetworkLink[]; near: ReadonlySet<string>; chosen: string | null };

/** The network as a picture; whoever does not see it has the same as a list below. A point chosen shows its neighbours and fades the rest. */
export function NetworkPicture({ nodes, links, near, chosen }: Props) {
  const { t } = useTranslation();
  const at = new Map(nodes.map((node) => [node.id, node]));
  const faded = (id: string) => chosen !== null && !near.has(id);
  const named = ({ label, standing }: Placed) => (standing ? t("tables.network.out", { body: label }) : label);
  // labels are written last, above every point and line
  const labels = labelsFor(nodes, new Set(nodes.filter(({ id, kind }) => kind === "table" || near.has(id)).map(({ id }) => id)));
  return (
    <figure className="network-picture">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("tables.network.pictureLabel", { tables: nodes.filter(({ kind }) => kind === "table").length, bodies: nodes.filter(({ kind }) => kind === "body").length })}>
        {links.map(({ source, target, kind }) => {
          const [from, to] = [at.get(source), at.get(target)];
          return from && to ? <line key={`${source} ${target} ${kind}`} className={`network-${kind}${chosen !== null && source !== chosen && target !== chosen ? " faded" : ""}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} /> : null;
        })}
        {nodes.map((node) => (
          <Link key={node.id} to={paths.tableNetwork(node.id)} className={`network-node network-${node.kind}${faded(node.id) ? " faded" : ""}${node.id === chosen ? " chosen" : ""}${node.standing ? " out" : ""}`} aria-label={named(node)} preventScrollReset>
            <title>{named(node)}</title>
            {node.kind === "table" ? <circle cx={node.x} cy={node.y} r={radiusOf(node)} /> : node.kind === "area" ? <rect x={node.x - 13} y={node.y - 9} width={26} height={18} rx={3} /> : <circle cx={node.x} cy={node.y} r={radiusOf(node)} />}
            {node.kind === "area" ? (
              <text x={node.x} y={node.y + 4} textAnchor="middle">
                {node.label}
              </text>
            ) : null}
          </Link>
        ))}
        {labels.map(({ id, text, x, y, anchor }) => (
          <Link key={id} to={paths.tableNetwork(id)} className={`network-node network-${at.get(id)?.kind}${faded(id) ? " faded" : ""}`} tabIndex={-1} aria-hidden="true" preventScrollReset>
            <text x={x} y={y} textAnchor={anchor}>
              {text}
            </text>
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
          {nodes.some(({ standing }) => standing) ? (
            <li>
              <span className="network-key network-key-body network-key-out" aria-hidden="true" /> {t("tables.network.outKey")}
            </li>
          ) : null}
        </ul>
      </figcaption>
    </figure>
  );
}
