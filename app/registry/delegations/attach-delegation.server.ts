// SPDX-License-Identifier: AGPL-3.0-or-later
import { count, eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { type Scan, takeFile, wrongFile } from "~/web/files/take-file.server";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { newId } from "~db/id";
import { affiliationFiles } from "~db/registry/schema";
import { attachDelegation as policy } from "../policy";
import { DelegationInput } from "./delegation";
import { findAffiliation } from "./find-delegations.server";

/** More renewals than anybody has, less than fills a disk. */
const MOST_FILES = 50;

/**
 * Attaches to an affiliation the act on which it rests: when it begins, and each time it is renewed. Also to one that has ended: the act shows
 * what was true then. `invalid` beside `file` when the file is not taken (see `takeFile`).
 */
export async function attachDelegation(ctx: Ctx, where: { slug: string; affiliationId: string }, form: FormData | z.input<typeof DelegationInput>, { scan }: { scan: Scan }): Promise<{ fileId: string }> {
  const actor = signedIn(ctx);
  const { body, held } = await findAffiliation(ctx, where.slug, where.affiliationId);
  enforce(policy(actor, body));
  const { file, description } = parse(DelegationInput, form);
  const taken = await takeFile(ctx.db.files, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, scan);
  const fileId = newId();
  await ctx.db.tx(async (db) => {
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(affiliationFiles).where(eq(affiliationFiles.affiliationId, held.id));
    if (total >= MOST_FILES) throw wrongFile("web.file.refused.tooMany");
    await db.insert(affiliationFiles).values({ id: fileId, affiliationId: held.id, ...taken, description, personId: actor.personId, at: ctx.now });
    const { sha256, size, mediaType, scanned } = taken;
    await record(db, ctx, { act: "affiliation.documented", subject: { kind: "organisation", id: body.id }, data: { affiliationId: held.id, fileId, sha256, size, mediaType, scanned } });
  });
  return { fileId };
}
