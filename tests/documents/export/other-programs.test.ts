// SPDX-License-Identifier: AGPL-3.0-or-later
/** What another program than the one that wrote it finds in a Word file: LibreOffice where it is installed, else a reader of OOXML that knows nothing of ours. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { afterAll, expect, test, vi } from "vitest";
import { closePress, makeFile } from "~/documents/export/press.server";
import { temporaryFolder } from "~tests/harness";
import { everything, paperOf } from "./papers";

afterAll(closePress);

// the first file waits for Pandoc to be loaded, which on a busy machine takes long
vi.setConfig({ testTimeout: 120_000 });

const soffice = ["soffice", "libreoffice"].find((name) => spawnSync("which", [name]).status === 0);

/** Words of every paragraph, in the order of the file. */
function paragraphsIn(docx: Uint8Array): string[] {
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

test("another program finds every paragraph, item, cell and note, in order, and nothing that was meant for writers", async () => {
  const found = paragraphsIn(await makeFile(paperOf(everything), "docx"));
  const expected = ["Proposta di sportelli", "Di che cosa si tratta", "Il tavolo propone tre sportelli nei Municipi", "Primo punto", "Sotto il primo", "Cosa fatta", "Cosa da fare", "Un titolo che salta un livello", "Parole di altri", "Ente", "Risorse", "Uno", "Due", "Ultime parole: perché, così, città, «caporali», 10 €."];
  const places = expected.map((words) => found.findIndex((line) => line.includes(words)));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(found.join(" ")).toContain("Nota sui Municipi");
  expect(found.join(" ")).not.toContain("Scrivi qui il contesto");
});
