// SPDX-License-Identifier: AGPL-3.0-or-later
/** Asking again whether those inside may still be there. While the question is open, what they send waits. */
import type { Connection } from "./connection";
import type { Admission, Admit, Log } from "./ports";
import { Close } from "./protocol";
import type { Room } from "./room";

/** Whom a change concerns: anybody who matches one of the ids. */
export type Scope = {
  personIds?: string[];
  documentIds?: string[];
  organisationIds?: string[];
  sessionIds?: string[];
};

type Needs = {
  admit: Admit;
  log: Log;
  close(connection: Connection, code: number, reason: string): void;
  receive(room: Room, connection: Connection, frame: Uint8Array): void;
  roomOf(connection: Connection): Room | undefined;
};

/** Whether a connection is within a scope. Throws when the scope is empty: nothing would be asked of anybody. */
export function matches(scope: Scope): (connection: Connection) => boolean {
  const { personIds = [], documentIds = [], organisationIds = [], sessionIds = [] } = scope;
  if (personIds.length + documentIds.length + organisationIds.length + sessionIds.length === 0) {
    throw new TypeError("The scope of an invalidation names nothing");
  }
  return ({ who, documentId }) =>
    personIds.includes(who.personId) ||
    documentIds.includes(documentId) ||
    (who.organisationId !== null && organisationIds.includes(who.organisationId)) ||
    (who.sessionId !== null && sessionIds.includes(who.sessionId));
}

export class Reviews {
  /** Grows with every invalidation: an admission that was asked before it and answered after it may be outdated. */
  changes = 0;

  constructor(private readonly needs: Needs) {}

  /** Something changed for these: none of their frames counts until the answer is there. */
  async invalidate(connections: Connection[]): Promise<void> {
    this.changes++;
    this.hold(connections);
    await this.review(connections);
  }

  /** What these send waits until they have been reviewed. */
  hold(connections: Connection[]): void {
    for (const connection of connections) {
      connection.held ??= [];
      connection.pause("review");
    }
  }

  /** Asks for each connection and acts on the answer. */
  async review(connections: Connection[]): Promise<void> {
    await Promise.all(connections.map((connection) => this.reviewOne(connection)));
  }

  private async reviewOne(connection: Connection): Promise<void> {
    const turn = ++connection.reviewTurn;
    let decision: Admission | undefined;
    try {
      decision = await this.needs.admit(connection.request, connection.documentId);
    } catch (err) {
      this.needs.log.error({ err, documentId: connection.documentId }, "Access could not be asked again");
    }
    // a later question is on its way and its answer counts
    if (turn !== connection.reviewTurn) return;
    this.apply(connection, decision);
    // whoever holds the document still reviews everybody at the end
    if (this.needs.roomOf(connection)?.isStill) return;
    const held = connection.held ?? [];
    connection.held = null;
    connection.resume("review");
    const room = this.needs.roomOf(connection);
    if (room) for (const frame of held) this.needs.receive(room, connection, frame);
  }

  private apply(connection: Connection, decision: Admission | undefined): void {
    const { close } = this.needs;
    const before = connection.admitted;
    if (!decision) return close(connection, Close.tryLater, "try again later");
    if (!decision.ok) return close(connection, decision.code, decision.reason);
    const { access, who, sealed = false, epoch } = decision;
    // text typed for one body must not continue in the name of another
    if (who.personId !== before.who.personId || who.organisationId !== before.who.organisationId) {
      return close(connection, Close.staleEpoch, "reload the document");
    }
    if (epoch !== before.epoch) return close(connection, Close.staleEpoch, "reload the document");
    connection.admitted = { access, who, sealed, epoch };
    if (access === before.access && sealed === before.sealed) return;
    connection.control({ type: "access", access, sealed });
    if (connection.writeRefusal) connection.refuse(connection.writeRefusal);
  }
}
