// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { listVersions } from "./list-versions.server";

/** Versions shown beside the text; the page of the versions has them all. */
const SHOWN = 8;

export async function versionsPanel(ctx: Ctx, documentId: string) {
  const { versions, mayKeep } = await listVersions(ctx, documentId, SHOWN + 1);
  return { versions: versions.slice(0, SHOWN), more: versions.length > SHOWN, mayKeep };
}
