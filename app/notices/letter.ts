// SPDX-License-Identifier: AGPL-3.0-or-later
export const letterStates = ["waiting", "sent", "failed"] as const;
export type LetterState = (typeof letterStates)[number];

export function letterState({ sentAt, failedAt }: { sentAt: Date | null; failedAt: Date | null }): LetterState {
  if (sentAt) return "sent";
  return failedAt ? "failed" : "waiting";
}

const MINUTE = 60_000;
/** Time before each further attempt; after the last the letter has failed. */
const pauses = [1, 5, 15, 60, 180, 720, 1440].map((minutes) => minutes * MINUTE);

/** When to try again after so many failed attempts; null: never by itself. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause);
}

/** Links that open something, made harmless: a letter that has left keeps what it said, not the key it carried. */
export function withoutSecrets(body: string): string {
  return body.replace(/(\/(?:accesso\/(?:password|email|invito|registrazione)|laboratori\/iscrizioni)\/)[\w-]{20,}/g, "$1…");
}
