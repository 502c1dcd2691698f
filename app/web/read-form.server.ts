// SPDX-License-Identifier: AGPL-3.0-or-later
import { problem } from "./problem";

/** The plan of a city, as text, takes a tenth of it. */
export const LARGEST_MEGABYTES = 4;

/**
 * Reads a form to its last byte, and never more than `megabytes` of it: anybody may send one, also before signing in.
 * Throws `tooLarge`, or `invalid` when the body is no form.
 */
export async function readForm(request: Request, megabytes = LARGEST_MEGABYTES): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/multipart\/form-data|application\/x-www-form-urlencoded/.test(type)) throw problem("invalid");
  const form = new Response(await readBody(request, megabytes), { headers: { "Content-Type": type } });
  return form.formData().catch(() => {
    throw problem("invalid");
  });
}

async function readBody(request: Request, megabytes: number): Promise<Blob> {
  const largest = megabytes * 1024 * 1024;
  const tooLarge = problem("tooLarge", { values: { megabytes } });
  if (Number(request.headers.get("content-length")) > largest) throw tooLarge;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength;
    // not cancelled: that would cut the line before the answer is on it
    if (bytes > largest) throw tooLarge;
    parts.push(part.value);
  }
  return new Blob(parts);
}
