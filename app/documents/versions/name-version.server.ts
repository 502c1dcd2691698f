// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { findDocument } from "../access.server";
import { mayKeepVersions } from "../policy";
import { prepareVersion } from "./prepare-version.server";
import { storeVersion } from "./store-version.server";

/** Keeps the text as it stands now under a name, with the reason. Answers the number of the version. */
export async function nameVersion(ctx: Ctx, { documentId, name, reason }: { documentId: string; name: string; reason: string }): Promise<{ number: number }> {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(mayKeepVersions(ctx.actor, document, position));
  const prepared = await prepareVersion(ctx, documentId);
  return ctx.db.tx((tx) => storeVersion(tx, ctx, prepared, { kind: "named", cause: "person", name, reason }));
}
