// SPDX-License-Identifier: AGPL-3.0-or-later
import { handOver, makePaper } from "~/documents/index.server";
import { load, signedIn } from "~/web/guard.server";
import { packOf } from "./pack.server";

/** The pack of a session as a PDF, for who reads the session as its members do. */
export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  return handOver(await makePaper(await packOf(ctx, params.id ?? ""), "pdf"));
});
