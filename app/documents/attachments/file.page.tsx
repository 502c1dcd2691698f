// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { fileAnswer } from "~/web/files/file-answer.server";
import { openAttachment } from "./find-file.server";

/** An attachment: to keep, or with `?vedi` to look at where that is safe. */
export const loader = load(async (ctx, { params, url }) => {
  const { file, bytes } = await openAttachment(ctx, params.id ?? "", params.file ?? "");
  return fileAnswer(file, bytes, { inline: url.searchParams.has("vedi") });
});
