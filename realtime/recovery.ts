// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Bringing back what was lost. After an older copy was put back, or a stored row turned out to be damaged, those who have the
 * document open hold more than the server does: their own words, and words of people who may not be there. For some days
 * (`RECOVERY_MS`) they may bring all of it back. It enters as a row of its own kind, in the name of who brings it, and is
 * never called certain; nobody's number becomes theirs by it.
 *
 * What stays closed all the same: keystrokes are judged as ever, only the answer to the server's own question may bring
 * others' words; and a number whose holder is here, or has spoken since, is theirs alone, for they have all of it themselves.
 */
import type { Tolerance } from "./known";

/** What is known of a connection when it brings something. */
export type Bringer = {
  /** It answers the server's question, rather than telling what was typed just now. */
  isAnswer: boolean;
  /** Numbers under which this connection, or somebody else who is here, shows a caret. */
  isOwn(client: number): boolean;
  isOthers(client: number): boolean;
};

export class Recovery {
  private readonly heard: Set<number>;

  /** `heard`: numbers whose holders have spoken under them since the loss. */
  constructor(
    readonly until: Date,
    heard: Iterable<number>,
  ) {
    this.heard = new Set(heard);
  }

  isOpen(now: Date): boolean {
    return now < this.until;
  }

  /** Holders spoke under these numbers of theirs: nobody else can bring what belongs to them. */
  hear(clients: Iterable<number>): void {
    for (const client of clients) this.heard.add(client);
  }

  /** How numbers are treated that are not the bringer's. */
  toleranceFor({ isAnswer, isOwn, isOthers }: Bringer): Tolerance {
    return (client, hasHolder) => {
      // whoever goes on under a number that was only brought back is who it belongs to
      if (!hasHolder && (!isAnswer || isOwn(client))) return isOthers(client) ? null : "bind";
      return isAnswer && !isOthers(client) && !this.heard.has(client) ? "bring" : null;
    };
  }
}
