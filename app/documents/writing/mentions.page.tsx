// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { findNamed } from "./find-named.server";

/** What may be named in the document, by some words. Answers JSON to the editor. */
export const loader = load(async (ctx, { params, url, site }) =>
  Response.json(await findNamed(ctx, { documentId: params.id ?? "", words: url.searchParams.get("cerca") ?? "" }, site.namedByOthers), {
    headers: { "Cache-Control": "private, no-store" },
  }),
);
