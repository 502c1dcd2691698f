// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { fileAnswer } from "~/web/files/file-answer.server";
import { openPicture } from "./find-file.server";

/** A picture of the document's text. */
export const loader = load(async (ctx, { params }) => {
  const { file, bytes } = await openPicture(ctx, params.id ?? "", params.sha256 ?? "");
  return fileAnswer(file, bytes, { inline: true });
});
