// SPDX-License-Identifier: AGPL-3.0-or-later
import { problem } from "~/web/problem";
import { passesScan, type Scan } from "~/web/files/take-file.server";
import { NotMade, readFileIntoBlocks } from "../export/press.server";
import type { Reading, ReadOrder } from "./reading";

/** Longer than any notice or plan; an editor would no longer follow the keys. */
const MOST_CHARACTERS = 3_000_000;

/** Reads a file that was examined. Throws `conflict` with the reason in words; `scanned` says whether a scanner looked at it. */
export async function readIntoBlocks(order: ReadOrder, scan: Scan): Promise<Reading & { scanned: boolean }> {
  const scanned = await passesScan(scan, order.bytes);
  const reading = await readFileIntoBlocks(order).catch((failure: unknown) => {
    if (failure instanceof NotMade) throw problem("conflict", { because: `imports.refused.${failure.why}` });
    throw failure;
  });
  if (JSON.stringify(reading.blocks).length > MOST_CHARACTERS) throw problem("conflict", { because: "imports.refused.tooLongText" });
  return { ...reading, scanned };
}
