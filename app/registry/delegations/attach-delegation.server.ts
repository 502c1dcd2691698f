// SPDX-License-Identifier: AGPL-3.0-or-later
import { count, eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { type Scan, wrongFile } from "~/web/files/take-file.server";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { affiliationFiles } from "~db/registry/schema";
import { attachDelegation as policy } from "../policy";
import { DelegationInput, MOST_ACTS } from "./delegation";
import { findAffiliation } from "./find-delegations.server";
import { actInJournal, actRow, takeAct } from "./keep-act.server";

/**
 * Attaches to an affiliation the act on which it rests: when it begins, and each time it is renewed. Also to one that has ended: the act shows
 * what was true then. `invalid` beside `file` when the file is not taken (see `takeFile`).
 */
export async function attachDelegation(ctx: Ctx, where: { slug: string; affiliationId: string }, form: FormData | z.input<typeof DelegationInput>, { scan }: { scan: Scan }): Promise<{ fileId: string }> {
  const actor = signedIn(ctx);
  const { body, held } = await findAffiliation(ctx, where.slug, where.affiliationId);
  enforce(policy(actor, body));
  const row = actRow(ctx, await takeAct(ctx, parse(DelegationInput, form), scan));
  await ctx.db.tx(async (db) => {
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(affiliationFiles).where(eq(affiliationFiles.affiliationId, held.id));
    if (total >= MOST_ACTS) throw wrongFile("web.file.refused.tooMany");
    await db.insert(affiliationFiles).values({ ...row, affiliationId: held.id });
    await record(db, ctx, { act: "affiliation.documented", subject: { kind: "organisation", id: body.id }, data: { affiliationId: held.id, fileId: row.id, ...actInJournal(row) } });
  });
  return { fileId: row.id };
}
