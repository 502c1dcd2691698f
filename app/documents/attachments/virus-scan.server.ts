// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from "node:child_process";

/** A scanner that has said nothing by then is not working. */
const PATIENCE_MS = 60_000;
/** What scanners of the ClamAV family answer. */
const CLEAN = 0;
const INFECTED = 1;

/**
 * The virus scanner of the house, from the command in its settings (the file arrives on its standard input), or null when
 * there is none. What it returns throws when the scanner cannot be started, ends in another way or does not answer.
 */
export function openVirusScan(command: string | undefined): ((bytes: Uint8Array) => Promise<"clean" | "infected">) | null {
  const [program, ...words] = command?.trim().split(/\s+/) ?? [];
  if (!program) return null;
  return (bytes) =>
    new Promise((resolve, reject) => {
      const scanner = spawn(program, words, { stdio: ["pipe", "ignore", "ignore"], timeout: PATIENCE_MS });
      scanner.once("error", reject);
      scanner.once("close", (code) => {
        if (code === CLEAN) resolve("clean");
        else if (code === INFECTED) resolve("infected");
        else reject(new Error(`The virus scanner ended with ${code ?? "no answer"}`));
      });
      // it may have seen enough before the end of the file
      scanner.stdin.on("error", () => {});
      scanner.stdin.end(bytes);
    });
}
