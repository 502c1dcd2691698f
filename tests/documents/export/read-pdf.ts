// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFRawStream } from "pdf-lib";

/** All words of a PDF in reading order, without blanks: where lines break is the paper's business. */
export async function lettersOf(pdf: Uint8Array): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const file = await loading.promise;
  let letters = "";
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    letters += items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  await loading.destroy();
  return letters.replace(/\s/g, "");
}

/** The metadata (XMP) that says which standards the file claims. */
export async function claimsOf(pdf: Uint8Array): Promise<string> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const metadata = file.catalog.lookup(PDFName.of("Metadata"));
  if (!(metadata instanceof PDFRawStream)) return "";
  const filter = metadata.dict.lookup(PDFName.of("Filter"));
  return Buffer.from(filter ? inflateSync(metadata.contents) : metadata.contents).toString("utf8");
}

/** Names and bytes of the attached files. */
export async function attachmentsOf(pdf: Uint8Array): Promise<{ name: string; text: string }[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const found = ((await (await loading.promise).getAttachments()) ?? {}) as Record<string, { filename: string; content: Uint8Array }>;
  await loading.destroy();
  return Object.values(found).map(({ filename, content }) => ({ name: filename, text: Buffer.from(content).toString("utf8") }));
}
