// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { fileAnswer } from "./file-answer.server";
import { openReceived } from "./read-received.server";

/** The package in force of an application, for its partners and, once the term has passed, for the responsible office. */
export const loader = load(async (ctx, { params }) => {
  const { receipt } = await openReceived(ctx, params.id ?? "");
  return fileAnswer(receipt.packageBytes, `fascicolo-${receipt.number}.json`);
});
