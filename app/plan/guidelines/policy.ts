// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, can } from "~/identity";
import { kindGroup } from "~/registry";
import { type TableLevel, tablesPolicy } from "~/tables";
import { allow, type Decision, no, yes } from "~/web/policy";

type Table = Parameters<typeof tablesPolicy.moveItem>[1] & { level: TableLevel };
type Standing = Parameters<typeof tablesPolicy.moveItem>[2];

/** Only the policy level gives indirizzi: the other tables propose them (city's plan, 4.1). */
const policyLevel = (table: Table): Decision => (table.level === "policy" ? yes() : no("guidelines.refused.onlyPolicyLevel"));

/** Who may write and correct drafts: the coordination of the policy table, secretariat included, and the office that answers for it. */
export const draftGuideline = allow((actor, table: Table, standing: Standing) => {
  const level = policyLevel(table);
  return level.ok ? tablesPolicy.moveItem(actor, table, standing) : level;
});

/** Who may issue a version or withdraw an indirizzo: who coordinates the policy table or the office that answers for it; not its secretariat. */
export const issueGuideline = allow((actor, table: Table, standing: Standing) => {
  const may = draftGuideline(actor, table, standing);
  if (!may.ok) return may;
  if (standing?.role === "secretary" && !can(actor, "manage_tables")) return no("guidelines.refused.onlyCoordinator");
  return can(actor, "speak") || can(actor, "manage_tables") ? yes() : no("guidelines.refused.noVoice");
});

/** What the policy must know of an addressee; `table` and `standing` where it is a table. */
export type AddresseeFacts = { inForce: boolean; organisationId: string | null; actors: string | null; table: Parameters<typeof tablesPolicy.moveItem>[1] | null; standing: Standing; kind: string | null };

/** Who may say what an addressee does with an indirizzo: the coordination of the table, or whoever speaks for the body. */
export const answerGuideline = allow((actor: Actor, addressee: AddresseeFacts) => {
  if (!addressee.inForce) return no("guidelines.refused.notInForce");
  if (addressee.table) return actor.organisationId ? tablesPolicy.moveItem(actor, addressee.table, addressee.standing) : no("guidelines.refused.noBody");
  if (!actor.organisationId) return no("guidelines.refused.noBody");
  const concerned = addressee.organisationId ? actor.organisationId === addressee.organisationId : addressee.kind !== null && kindGroup(addressee.kind) === addressee.actors;
  if (!concerned) return no("guidelines.refused.notAddressed");
  return can(actor, "speak") ? yes() : no("guidelines.refused.noVoice");
});

/** Who may say which parts of the plan an indirizzo is about and which changes followed: who drafts it, and the plan office. */
export const tracePlan = allow((actor, table: Table, standing: Standing) => (can(actor, "manage_plan") || actor.administrator ? yes() : draftGuideline(actor, table, standing)));
