// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, can } from "~/identity";
import type { Standing } from "~/tables/index.server";
import { all, allow, type Decision, no, yes } from "~/web/policy";
import { keepRecord, type TableFacts } from "../commitments/policy";

/** The session, as far as the rules go. */
export type Session = { openedAt: Date | null; closedAt: Date | null; cancelledAt: Date | null };

const inSession = ({ openedAt, closedAt, cancelledAt }: Session): Decision =>
  openedAt && !closedAt && !cancelledAt ? yes() : no(closedAt ? "meetings.decisions.sessionOver" : "meetings.decisions.notInSession");

/** Who puts a decision to the session, closes and withdraws it: who keeps the record, while the session lasts. */
export const putDecision = allow((actor, table: TableFacts, standing: Standing | null, session: Session) => all(keepRecord(actor, table, standing), inSession(session)));

type Voice = { organisationId: string; personIds: string[]; may: Decision };

/**
 * Who may state the position of a body: whoever is in the room for it with a mandate in force, or who keeps the record and writes down what
 * that body says. Either way the body must be able to speak at that instant.
 */
export const statePosition = allow((actor: Actor, table: TableFacts, standing: Standing | null, session: Session, voice: Voice | null) => {
  const going = inSession(session);
  if (!going.ok) return going;
  if (!voice) return no("meetings.decisions.notEntitled");
  const own = voice.organisationId === actor.organisationId;
  const keeps = keepRecord(actor, table, standing);
  if (!own && !keeps.ok) return no("meetings.decisions.notYourBody");
  if (!voice.may.ok) return voice.may;
  if (keeps.ok || (can(actor, "speak") && voice.personIds.includes(actor.personId))) return yes();
  return no("meetings.decisions.notYourVoice");
});
