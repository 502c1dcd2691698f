// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A wire between one client and the server, with everything that happens to wires. */
export class Link {
  private readonly pairs = new Set<[Socket, Socket]>();
  private frozen = false;
  private down = false;
  private readonly server: Server;
  /** Connections that went over it since it was laid. */
  opened = 0;

  /** `target` is the server's port of the moment, or null while there is no server. */
  private constructor(target: () => number | null) {
    this.server = createServer((near) => {
      near.on("error", () => {});
      const port = target();
      if (this.down || port === null) return void near.destroy();
      this.opened++;
      const far = connect(port, "127.0.0.1");
      far.on("error", () => near.destroy());
      const pair: [Socket, Socket] = [near, far];
      this.pairs.add(pair);
      for (const [one, other] of [pair, pair.toReversed() as [Socket, Socket]]) {
        one.on("data", (bytes) => void other.write(bytes));
        one.on("close", () => {
          this.pairs.delete(pair);
          other.destroy();
        });
      }
      if (this.frozen) this.freeze();
    });
  }

  static async lay(target: () => number | null): Promise<Link> {
    const link = new Link(target);
    link.server.listen(0, "127.0.0.1");
    await once(link.server, "listening");
    return link;
  }

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  /** Cuts what is open, in the middle of whatever it was sending. */
  cut(): void {
    for (const pair of this.pairs) for (const end of pair) end.destroy();
    this.pairs.clear();
  }

  /** Nothing comes through, yet neither side is told. */
  freeze(): void {
    this.frozen = true;
    for (const pair of this.pairs) for (const end of pair) end.pause();
  }

  thaw(): void {
    this.frozen = false;
    for (const pair of this.pairs) for (const end of pair) end.resume();
  }

  /** No new connection comes through until `mend`. */
  break(): void {
    this.down = true;
    this.cut();
  }

  mend(): void {
    this.down = false;
    this.thaw();
  }

  remove(): void {
    this.cut();
    this.server.close();
  }
}
