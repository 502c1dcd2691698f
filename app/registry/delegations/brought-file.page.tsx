// SPDX-License-Identifier: AGPL-3.0-or-later
import { fileAnswer } from "~/web/files/file-answer.server";
import { load, signedIn } from "~/web/guard.server";
import { openBroughtAct } from "./brought.server";

/** The act that came with an invitation or with a request, to keep. */
export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { file, bytes } = await openBroughtAct(ctx, params.file ?? "");
  return fileAnswer(file, bytes);
});
