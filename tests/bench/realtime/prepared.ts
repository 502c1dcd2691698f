// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Rows, textOfBytes, writeRows, writtenText } from "./texts";

/** Change the number when the texts are made differently. */
const EDITION = 1;

const TEXTS: Record<string, () => Rows> = {
  "one-megabyte": () => textOfBytes(1_000_000),
  "twenty-thousand-characters": () => writtenText(20_000, 8, 20),
};

/** The file of a prepared text; made once per machine. */
export function preparedText(name: keyof typeof TEXTS & string): string {
  const folder = join(tmpdir(), "concerto-bench-texts");
  const path = join(folder, `${name}-${EDITION}.bin`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path)) writeRows(path, (TEXTS[name] as () => Rows)());
  return path;
}
