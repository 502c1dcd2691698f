// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where the points of the network stand in the picture. The same network always gives the same picture. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";

export type NodeKind = "table" | "body" | "area";
export type NetworkNode = { id: string; kind: NodeKind; label: string; to: string };
export type NetworkLink = { source: string; target: string; kind: "seat" | "area" | "relation" };
export type Placed = NetworkNode & { x: number; y: number; degree: number };

export const WIDTH = 960;
export const HEIGHT = 640;
const MARGIN = 28;
const STEPS = 260;
/** Crowded pictures settle in fewer steps, each of which costs more: about so many moves of a point in all. */
const MOVES = 12_000;
/** Pictures kept: whoever looks round the network comes back to the same ones. */
const KEPT = 24;
const kept = new Map<string, Placed[]>();

/** Places the nodes of a network in a picture of WIDTH × HEIGHT. */
export function place(nodes: readonly NetworkNode[], links: readonly NetworkLink[]): Placed[] {
  const key = JSON.stringify([nodes, links.map(({ source, target }) => [source, target])]);
  const found = kept.get(key) ?? settle(nodes, links);
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return found;
}

function settle(nodes: readonly NetworkNode[], links: readonly NetworkLink[]): Placed[] {
  type Point = NetworkNode & SimulationNodeDatum;
  const points: Point[] = nodes.map((node) => ({ ...node }));
  const pull = { table: 0.06, area: 0.1, body: 0.03 };
  forceSimulation(points)
    .force("link", forceLink<Point, { source: string | Point; target: string | Point }>(links.map(({ source, target }) => ({ source, target }))).id(({ id }) => id).distance(54).strength(0.35))
    .force("charge", forceManyBody().strength(-110))
    .force("collide", forceCollide<Point>(({ kind }) => (kind === "table" ? 26 : kind === "area" ? 20 : 10)))
    .force("x", forceX<Point>(WIDTH / 2).strength(({ kind }) => pull[kind] * 0.7))
    .force("y", forceY<Point>(HEIGHT / 2).strength(({ kind }) => pull[kind]))
    .stop()
    .tick(Math.max(60, Math.min(STEPS, Math.round(MOVES / Math.max(1, points.length)))));
  const degrees = new Map<string, number>();
  for (const { source, target } of links) for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return fitted(points.map((point) => ({ id: point.id, kind: point.kind, label: point.label, to: point.to, x: point.x ?? 0, y: point.y ?? 0, degree: degrees.get(point.id) ?? 0 })));
}

/** Stretches the picture to its frame and rounds, so that the markup stays small. */
function fitted(points: Placed[]): Placed[] {
  if (points.length === 0) return points;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const scale = (value: number, from: number[], size: number) => {
    const [low, high] = [Math.min(...from), Math.max(...from)];
    return high === low ? size / 2 : Math.round(MARGIN + ((value - low) / (high - low)) * (size - 2 * MARGIN));
  };
  return points.map((point) => ({ ...point, x: scale(point.x, xs, WIDTH), y: scale(point.y, ys, HEIGHT) }));
}
