// SPDX-License-Identifier: AGPL-3.0-or-later
/** The acts on which powers rest in the demonstration city: sheets that say what they are, and that they are examples. */

/** A page of PDF with some lines on it, whole and plain, as a file that somebody would attach. */
export function sheet(name: string, lines: string[]): File {
  const escaped = (line: string) => line.replace(/[\\()]/g, (letter) => `\\${letter}`);
  const drawn = ["BT", "/F1 14 Tf", "72 770 Td", "20 TL", ...lines.map((line) => `(${escaped(line)}) Tj T*`), "ET"].join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = [`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`, ...offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`)].join("");
  const whole = `${body}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new File([new Uint8Array(Buffer.from(whole, "latin1"))], name);
}
