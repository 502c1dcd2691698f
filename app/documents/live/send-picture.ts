// SPDX-License-Identifier: AGPL-3.0-or-later
import { paths } from "~/web/paths";

type Sent = { ok: true; src: string } | { ok: false; field: "file" | "description"; because: string };

/** Sends a picture to the document's files; answers the SHA-256 that names it, or why it was not taken (a message key). */
export async function sendPicture(documentId: string, file: File, description: string): Promise<Sent> {
  const form = new FormData();
  form.set("file", file);
  form.set("description", description);
  try {
    const answer = await fetch(paths.documentImages(documentId), { method: "POST", body: form });
    const said = (await answer.json()) as { sha256?: string; problem?: { because: string; fields?: Record<string, string> } };
    if (answer.ok && said.sha256) return { ok: true, src: said.sha256 };
    const fields = said.problem?.fields ?? {};
    if (fields.description) return { ok: false, field: "description", because: fields.description };
    return { ok: false, field: "file", because: fields.file ?? said.problem?.because ?? "documents.writing.image.failed" };
  } catch {
    return { ok: false, field: "file", because: "documents.writing.image.failed" };
  }
}
