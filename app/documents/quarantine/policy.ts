// SPDX-License-Identifier: AGPL-3.0-or-later
import { allow, no, yes } from "~/web/policy";

/**
 * What was refused may hold words of reserved texts: only administrators look at it, and only to find out why the system
 * did not take it. It gives them no access to the documents themselves.
 */
export const tendQuarantine = allow((actor) => (actor.administrator ? yes() : no("documents.quarantine.onlyAdministrators")));
