// SPDX-License-Identifier: AGPL-3.0-or-later
import { act, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { signOut } from "./sign-out.server";

/** Ends every session of the person, on every device. */
export const action = act(async (ctx, _form, { site }) => {
  signedIn(ctx);
  await signOut(ctx, { everywhere: true });
  return redirectWith(paths.signIn(), "identity.signOut.doneEverywhere", { "Set-Cookie": site.sessions.cookie(null) });
});
