// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who was at work when: rows of the log by one person, for one body, in one session, without a long pause. */

/** A row of the log as attribution reads it. `at` in milliseconds. */
export type LogRow = {
  seq: number;
  at: number;
  personId: string;
  organisationId: string | null;
  sessionId: string | null;
  /** "recovered": words of others too, brought back after a loss. */
  kind: "creation" | "update" | "recovered";
  /** Soon after the text's past was replaced: what comes in whole may be an earlier text brought back by somebody else. */
  recovering: boolean;
  bytes: Uint8Array;
};

/** The body is the one the person spoke for at that moment, whatever they do later. */
export type Hand = Pick<LogRow, "personId" | "organisationId">;

export type Sitting = Hand & {
  sessionId: string | null;
  /** The first content of the document: brought by somebody, not necessarily written by them. */
  initial: boolean;
  firstSeq: number;
  lastSeq: number;
  firstAt: number;
  lastAt: number;
  /** Rows of the log, letters that came and letters that went. Words moved are neither. */
  updates: number;
  added: number;
  removed: number;
};

/** After so long without a change somebody is taken to have gone and come back. */
const PAUSE_MS = 30 * 60_000;

export class Sittings {
  private readonly open = new Map<string, number>();

  constructor(readonly all: Sitting[] = []) {
    for (const [i, sitting] of all.entries()) this.open.set(keyOf(sitting), i);
  }

  /** The number of the sitting a row belongs to, counted from 0. */
  take(row: LogRow): number {
    const { personId, organisationId, sessionId, seq, at } = row;
    const initial = row.kind === "creation";
    const key = keyOf({ personId, organisationId, sessionId, initial });
    const known = this.open.get(key);
    const sitting = known === undefined ? undefined : this.all[known];
    if (known !== undefined && sitting && at - sitting.lastAt < PAUSE_MS) {
      Object.assign(sitting, { lastSeq: seq, lastAt: at, updates: sitting.updates + 1 });
      return known;
    }
    const number = this.all.push({ personId, organisationId, sessionId, initial, firstSeq: seq, lastSeq: seq, firstAt: at, lastAt: at, updates: 1, added: 0, removed: 0 }) - 1;
    this.open.set(key, number);
    return number;
  }
}

const keyOf = ({ personId, organisationId, sessionId, initial }: Hand & Pick<Sitting, "sessionId" | "initial">): string => JSON.stringify([personId, organisationId, sessionId, initial]);

export const sameHand = (one: Hand, other: Hand): boolean => one.personId === other.personId && one.organisationId === other.organisationId;
