// SPDX-License-Identifier: AGPL-3.0-or-later
import { redirect } from "@remix-run/node";
import { act } from "~/web/guard.server";
import { keepLanguage } from "./person.server";

/** Keeps the chosen language in a cookie, for letters too, and goes back to the page one came from. */
export const action = act(async (ctx, form, { request, url }) => {
  const language = form.get("lingua") === "en" ? "en" : "it";
  await keepLanguage(ctx, language);
  const from = request.headers.get("referer");
  const back = from && new URL(from).host === url.host ? new URL(from) : null;
  return redirect(back ? back.pathname + back.search : "/", {
    headers: { "Set-Cookie": `lingua=${language}; Path=/; Max-Age=31536000; SameSite=Lax` },
  });
});
