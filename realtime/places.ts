// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * In what kind of place each piece of a document stands: among blocks, within text, as an attribute. An update may be
 * perfectly formed and still put a number where every editor expects a paragraph, and then none can open the
 * document again. A piece names its block only when it has no neighbour; otherwise it stands where its neighbour does, so
 * the places of all pieces are remembered, as runs.
 */
import * as Y from "yjs";
import type { Struct } from "./inspect";

/** A root is named "root <name>" and holds blocks or text, whichever came first. "gone": a deleted block; no matter. */
type Place = "blocks" | "text" | "attribute" | "gone" | `root ${string}`;
type Run = { clock: number; end: number; place: Place };

export class Places {
  private readonly runs = new Map<number, Run[]>();
  private readonly inside = new Map<number, Map<number, "blocks" | "text">>();
  private readonly roots = new Map<string, "blocks" | "text">();

  /** With `beneath`, what is not found here is looked up there: for trying an update out. */
  constructor(private readonly beneath?: Places) {}

  /** Notes where pieces stand; each must come after those it stands beside or in. False at the first misplaced one. */
  put(pieces: Iterable<Struct>): boolean {
    for (const piece of pieces) {
      const place = piece instanceof Y.Item ? this.placeOf(piece) : "gone";
      if (piece instanceof Y.Item && !this.fits(piece.content, place)) return false;
      this.note(piece, place);
    }
    return true;
  }

  /** Takes over what another set, laid over this one, has noted. */
  adopt(other: Places): void {
    for (const [client, runs] of other.runs) for (const run of runs) this.extend(client, run);
    for (const [client, blocks] of other.inside) {
      for (const [clock, kind] of blocks) this.noteInside(client, clock, kind);
    }
    for (const [root, kind] of other.roots) this.roots.set(root, kind);
  }

  private placeOf({ parent, parentSub, origin, rightOrigin }: Y.Item): Place {
    const named = parent as unknown;
    if (named === null) {
      const neighbour = origin ?? rightOrigin;
      return neighbour ? this.find(neighbour) : "gone";
    }
    if (parentSub !== null) return "attribute";
    if (typeof named === "string") return `root ${named}`;
    return named instanceof Y.ID ? this.findInside(named) : "gone";
  }

  private fits(content: Y.Item["content"], place: Place): boolean {
    if (place === "gone" || content instanceof Y.ContentDeleted) return true;
    const kind = content instanceof Y.ContentType ? "blocks" : content instanceof Y.ContentAny ? "attribute" : "text";
    if (!place.startsWith("root ")) return kind === place;
    if (kind === "attribute") return false;
    const settled = this.rootKind(place);
    if (!settled) this.roots.set(place, kind);
    return settled === undefined || settled === kind;
  }

  private rootKind(place: string): "blocks" | "text" | undefined {
    return this.roots.get(place) ?? this.beneath?.rootKind(place);
  }

  private note(piece: Struct, place: Place): void {
    const { client, clock } = piece.id;
    this.extend(client, { clock, end: clock + piece.length, place });
    if (!(piece instanceof Y.Item) || !(piece.content instanceof Y.ContentType)) return;
    this.noteInside(client, clock, piece.content.type instanceof Y.XmlText ? "text" : "blocks");
  }

  private noteInside(client: number, clock: number, kind: "blocks" | "text"): void {
    const blocks = this.inside.get(client) ?? new Map<number, "blocks" | "text">();
    this.inside.set(client, blocks.set(clock, kind));
  }

  /** Runs of a client arrive in rising order; what overlaps the last one is known already. */
  private extend(client: number, run: Run): void {
    const runs = this.runs.get(client);
    const last = runs?.at(-1);
    if (!runs) this.runs.set(client, [{ ...run }]);
    else if (last && last.end >= run.end) return;
    else if (last && last.place === run.place && last.end >= run.clock) last.end = run.end;
    else runs.push({ ...run, clock: Math.max(run.clock, last?.end ?? 0) });
  }

  private find(id: Y.ID): Place {
    const runs = this.runs.get(id.client) ?? [];
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle] as Run).end > id.clock) high = middle;
      else low = middle + 1;
    }
    const run = runs[low];
    if (run && run.clock <= id.clock) return run.place;
    return this.beneath?.find(id) ?? "gone";
  }

  private findInside(id: Y.ID): Place {
    return this.inside.get(id.client)?.get(id.clock) ?? this.beneath?.findInside(id) ?? "gone";
  }
}
