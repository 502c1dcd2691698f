// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, can } from "~/identity";
import { allow, no, yes } from "~/web/policy";

/** The office that holds a workshop, a liaison moment or a list. */
type Held = { organisationId: string };

const office = (actor: Actor) => actor.organisationId !== null && can(actor, "manage_tables");

/** Who may hold workshops and keep the themes: Municipi and offices that manage tables. Not the administrator, who speaks for nobody. */
export const hold = allow((actor) => (office(actor) ? yes() : no("workshops.policy.onlyOffices")));

/** Who may change a workshop, read who registered, record who came and write what came out of it: the office that holds it. */
export const run = allow((actor, workshop: Held) => {
  if (!office(actor)) return no("workshops.policy.onlyOffices");
  return actor.organisationId === workshop.organisationId ? yes() : no("workshops.policy.notYours");
});

/** Who may keep the bodies, the neighbourhoods and the liaison moments of a Municipio: the Municipio itself. */
export const keepDistrict = allow((actor, district: number, own: number | null) => {
  if (!office(actor)) return no("workshops.policy.onlyOffices");
  return own === district ? yes() : no("workshops.policy.notYourDistrict");
});
