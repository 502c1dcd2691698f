// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionFunctionArgs } from "@remix-run/node";
import { parse } from "~/web/forms";
import { act } from "~/web/guard.server";
import { attachFile } from "./attach-file.server";
import { NewPicture } from "./attachment-forms";
import { MAX_MEGABYTES } from "~/web/files/examine-file";

const take = act(
  async (ctx, form, { params, site }) => {
    const { file, description } = parse(NewPicture, form);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return attachFile(ctx, { documentId: params.id ?? "", kind: "picture", name: file.name, description, bytes }, { scan: site.scanForViruses });
  },
  { megabytes: MAX_MEGABYTES + 1 },
);

/** Takes a picture for the text from the editor, which then puts it in by its SHA-256. Answers JSON. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const taken = await take(args);
  return "data" in taken ? Response.json(taken.data, taken.init ?? {}) : Response.json(taken);
}
