// SPDX-License-Identifier: AGPL-3.0-or-later
import { allow, no, yes } from "~/web/policy";

/** Letters are private: only administrators look after the post. */
export const tendOutbox = allow((actor) => (actor.administrator ? yes() : no("notices.policy.onlyAdministrators")));
