// SPDX-License-Identifier: AGPL-3.0-or-later
/** What another program than the one that wrote it finds in a Word file: LibreOffice where it is installed, else a reader of OOXML that knows nothing of ours. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { temporaryFolder } from "~tests/harness";

const soffice = ["soffice", "libreoffice"].find((name) => spawnSync("which", [name]).status === 0);

/** Words of every paragraph, in the order of the file. */
export function paragraphsIn(docx: Uint8Array): string[] {
  if (soffice) {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file.docx"), docx);
    execFileSync(soffice, ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, join(folder, "file.docx")], { stdio: "ignore", timeout: 60_000 });
    return readFileSync(join(folder, "file.txt"), "utf8").split("\n").map((line) => line.replace(/^[•◦\s\d.]+/, "").trim());
  }
  const parts = unzipSync(docx);
  const paragraphs: string[] = [];
  const open: string[] = [];
  let text = false;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === "w:p") open.push("");
        text = name === "w:t";
      },
      ontext(words) {
        if (text && open.length > 0) open[open.length - 1] += words;
      },
      onclosetag(name) {
        if (name === "w:p") paragraphs.push((open.pop() ?? "").trim());
        text = false;
      },
    },
    { xmlMode: true },
  );
  for (const name of ["word/document.xml", "word/footnotes.xml"]) parser.write(strFromU8(parts[name]!));
  parser.end();
  return paragraphs;
}
