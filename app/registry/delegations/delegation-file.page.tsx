// SPDX-License-Identifier: AGPL-3.0-or-later
import { fileAnswer } from "~/web/files/file-answer.server";
import { load, signedIn } from "~/web/guard.server";
import { openDelegation } from "./find-delegations.server";

/** The act on which somebody's powers rest, to keep. */
export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { file, bytes } = await openDelegation(ctx, params.slug ?? "", params.affiliationId ?? "", params.file ?? "");
  return fileAnswer(file, bytes);
});
