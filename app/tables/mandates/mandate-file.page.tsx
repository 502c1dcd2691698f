// SPDX-License-Identifier: AGPL-3.0-or-later
import { fileAnswer } from "~/web/files/file-answer.server";
import { load, signedIn } from "~/web/guard.server";
import { openMandateAct } from "./mandate-acts.server";

/** The act on which a mandate rests, to keep. */
export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { slug = "", seatId = "", mandateId = "", file: fileId = "" } = params;
  const { file, bytes } = await openMandateAct(ctx, { slug, seatId, mandateId }, fileId);
  return fileAnswer(file, bytes);
});
