// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where the points of the network stand in the picture. The same network always gives the same picture. */
import type { BodyStanding } from "~/registry";
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";

export type NodeKind = "table" | "body" | "area";
export type NetworkNode = { id: string; kind: NodeKind; label: string; to: string; /** How a body stands, where it is no longer in the RUNTS. */ standing?: BodyStanding | undefined };
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
  return fitted(points.map((point) => ({ id: point.id, kind: point.kind, label: point.label, to: point.to, standing: point.standing, x: point.x ?? 0, y: point.y ?? 0, degree: degrees.get(point.id) ?? 0 })));
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

/** Where a label is written. */
export type Label = { id: string; text: string; x: number; y: number; anchor: "start" | "middle" | "end" };
type Box = { left: number; right: number; top: number; bottom: number };

const LETTER = 6.3;
const LINE = 14;

/** Half the size of a point of the picture. */
export function radiusOf({ kind, degree }: Pick<Placed, "kind" | "degree">): number {
  return kind === "table" ? Math.min(18, 9 + degree / 3) : kind === "area" ? 13 : 5;
}

/**
 * Writes the labels of these points where they cover neither another label nor a big point, as far as there is room: below, above, or
 * beside. Points with more ties choose first. Areas carry their number inside and are not labelled.
 */
export function labelsFor(points: readonly Placed[], labelled: ReadonlySet<string>): Label[] {
  const taken: Box[] = points.filter(({ kind }) => kind !== "body").map(({ x, y, ...point }) => around(x, y, radiusOf(point), radiusOf(point)));
  const labels: Label[] = [];
  for (const point of [...points].filter(({ id, kind }) => labelled.has(id) && kind !== "area").sort((a, b) => b.degree - a.degree)) {
    const text = point.label.length > 30 ? `${point.label.slice(0, 28)}…` : point.label;
    const half = (text.length * LETTER) / 2;
    const r = radiusOf(point);
    const places: Label[] = (
      [
        [point.x, point.y + r + LINE - 2, "middle"],
        [point.x, point.y - r - 5, "middle"],
        [point.x + r + 5, point.y + 4, "start"],
        [point.x - r - 5, point.y + 4, "end"],
      ] as const
    ).map(([x, y, anchor]) => ({ id: point.id, text, x, y, anchor }));
    const boxOf = ({ x, y, anchor }: Label) => around(anchor === "middle" ? x : anchor === "start" ? x + half : x - half, y - 4, half, LINE / 2);
    const own = around(point.x, point.y, r, r);
    const cost = (label: Label) => {
      const box = boxOf(label);
      const outside = Math.max(0, -box.left) + Math.max(0, box.right - WIDTH) + Math.max(0, -box.top) + Math.max(0, box.bottom - HEIGHT);
      return taken.reduce((sum, other) => sum + (same(other, own) ? 0 : shared(box, other)), outside * 50);
    };
    const best = places.reduce((chosen, each) => (cost(each) < cost(chosen) ? each : chosen));
    taken.push(boxOf(best));
    labels.push(best);
  }
  return labels;
}

const around = (x: number, y: number, w: number, h: number): Box => ({ left: x - w, right: x + w, top: y - h, bottom: y + h });
const same = (a: Box, b: Box) => a.left === b.left && a.top === b.top && a.right === b.right;

/** How much of two boxes lies on each other. */
function shared(a: Box, b: Box): number {
  return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}
