// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { lettersOfText } from "./read-contributions.server";

/** Whose the letters of the text are, for the editor that colours it. */
export const loader = load(async (ctx, { params }) => lettersOfText(ctx, params.id ?? ""));
