// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, can } from "~/identity";
import type { Standing } from "~/tables/index.server";
import { allow, type Decision, no, yes } from "~/web/policy";

/** What the rules need to know of the table. */
export type TableFacts = { ownerOrganisationId: string | null; closedAt: Date | null };
type At = Standing | null;

/** A mandate in force on a seat. */
export const speaks = (standing: At): boolean => standing?.mandate === "titular" || standing?.mandate === "deputy";

/** The coordination and the secretariat of the table, and the office of the Comune that answers for it. */
export function leads(actor: Actor, table: TableFacts, standing: At): boolean {
  const office = can(actor, "manage_tables") && (table.ownerOrganisationId === null || table.ownerOrganisationId === actor.organisationId);
  return office || (speaks(standing) && (standing?.role === "coordinator" || standing?.role === "secretary"));
}

const onlyLeads = (standing: At): Decision => no(standing?.mandate === "ended" ? "meetings.record.mandateEnded" : "meetings.record.onlyCoordination");

/** Who may read what a table recorded of its work: the bodies that sit there, its office, offices that manage tables, administrators. */
export const readRecord = allow((actor, _table: TableFacts, standing: At) =>
  actor.administrator || can(actor, "manage_tables") || standing !== null ? yes() : no("meetings.record.onlyTable"),
);

/** Who keeps the record of a table: commitments, decisions, minutes. Not at a closed table. */
export const keepRecord = allow((actor, table: TableFacts, standing: At) => {
  if (table.closedAt) return no("meetings.record.tableClosed");
  return leads(actor, table, standing) ? yes() : onlyLeads(standing);
});

/** Who may say how a commitment goes, or that it is kept: the body that took it, and who keeps the record of the table. */
export const reportCommitment = allow((actor, table: TableFacts, standing: At, commitment: { organisationId: string }) => {
  if (keepRecord(actor, table, standing).ok) return yes();
  if (table.closedAt) return no("meetings.record.tableClosed");
  if (actor.organisationId !== commitment.organisationId) return no("meetings.commitments.notYours");
  return can(actor, "write") || can(actor, "speak") ? yes() : no("meetings.commitments.noVoice");
});

/** A new date, or giving it up, is for who keeps the record: what was promised to all is not changed by one. */
export const changeCommitment = keepRecord;
