// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { actionsCsv, planCsv, planData } from "./export-plan.server";

/** The plan and its actions as open data. Public. */
export const loader = load(async (ctx, { params }) => {
  const file = params.file ?? "";
  if (file === "piano.json")
    return answer(`${JSON.stringify(await planData(ctx), null, 2)}\n`, "application/json", file);
  if (file === "piano.csv") return answer(await planCsv(ctx), "text/csv", file);
  if (file === "azioni.csv") return answer(await actionsCsv(ctx), "text/csv", file);
  throw problem("missing");
});

function answer(body: string, type: string, file: string): Response {
  return new Response(body, {
    headers: { "Content-Type": `${type}; charset=utf-8`, "Content-Disposition": `attachment; filename="${file}"` },
  });
}
