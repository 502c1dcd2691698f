// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { fileAnswer } from "./file-answer.server";
import { findReceipt } from "./find-receipt.server";

/** `ricevuta.json` and `fascicolo.json` of a receipt: the very bytes that were fingerprinted. */
export const loader = load(async (ctx, { params }) => {
  const file = params.file;
  if (file !== "ricevuta.json" && file !== "fascicolo.json") throw problem("missing");
  const { row } = await findReceipt(ctx, params.number ?? "");
  return file === "ricevuta.json" ? fileAnswer(row.receiptBytes, `ricevuta-${row.number}.json`) : fileAnswer(row.packageBytes, `fascicolo-${row.number}.json`);
});
