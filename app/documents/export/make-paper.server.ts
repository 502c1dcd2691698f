// SPDX-License-Identifier: AGPL-3.0-or-later
import { problem } from "~/web/problem";
import { type Format, fileName, fileOf, type Paper } from "./paper";
import { makeFile, NotMade } from "./press.server";

export type MadeFile = { bytes: Uint8Array; name: string; type: string };

/** The file of a paper, with the name it is saved under. Throws `conflict` with the reason in words when it cannot be made. */
export async function makePaper(paper: Paper, format: Format): Promise<MadeFile> {
  try {
    return { bytes: await makeFile(paper, format), name: fileName(paper.title, format), type: fileOf[format].type };
  } catch (failure) {
    if (failure instanceof NotMade) throw problem("conflict", { because: `paper.notMade.${failure.why}` });
    throw failure;
  }
}

/** Hands a made file over, to be saved. */
export function handOver({ bytes, name, type }: MadeFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" },
  });
}
