// SPDX-License-Identifier: AGPL-3.0-or-later
import { redirect } from "@remix-run/node";
import { act } from "~/web/guard.server";
import { cameFrom } from "~/web/own-path";
import { paths } from "~/web/paths";
import { keepLanguage } from "./person.server";

/** Keeps the chosen language in a cookie, for letters too, and goes back to the page one came from. */
export const action = act(async (ctx, form, { request }) => {
  const language = form.get("lingua") === "en" ? "en" : "it";
  await keepLanguage(ctx, language);
  return redirect(cameFrom(request) ?? paths.home(), {
    headers: { "Set-Cookie": `lingua=${language}; Path=/; Max-Age=31536000; SameSite=Lax` },
  });
});
