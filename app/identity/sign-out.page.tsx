// SPDX-License-Identifier: AGPL-3.0-or-later
import { act, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { signOut } from "./sign-out.server";

/** Leaves: the session ends on the server, and the browser forgets it. */
export const action = act(async (ctx, _form, { site }) => {
  if (ctx.actor) await signOut(ctx, { everywhere: false });
  return redirectWith(paths.home(), "identity.signOut.done", { "Set-Cookie": site.sessions.cookie(null) });
});
