// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { handOver } from "../export/make-paper.server";
import { readSealedFile } from "./view-seal.server";

/** `documento.pdf` and `documento.json` of a seal: the very bytes that were fingerprinted. */
export const loader = load(async (ctx, { params }) => {
  const { id = "", file } = params;
  if (file === "documento.pdf") return handOver({ bytes: await readSealedFile(ctx, id, "pdf"), name: `documento-${id}.pdf`, type: "application/pdf" });
  if (file === "documento.json") return handOver({ bytes: await readSealedFile(ctx, id, "record"), name: `documento-${id}.json`, type: "application/json; charset=utf-8" });
  throw problem("missing");
});
