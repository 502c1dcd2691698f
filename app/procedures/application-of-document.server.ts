// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { one } from "~db/client.server";
import { applicationPartners, applications } from "~db/procedures/schema";

/** The application whose project form the document is, for the bodies that take part in it; null for everybody else. */
export async function applicationOfDocument(ctx: Pick<Ctx, "actor" | "db">, documentId: string): Promise<{ to: string; label: string } | null> {
  if (!ctx.actor?.organisationId) return null;
  const found = one(
    await ctx.db.read
      .select({ id: applications.id, title: applications.title })
      .from(applications)
      .innerJoin(applicationPartners, eq(applicationPartners.applicationId, applications.id))
      .where(
        and(
          eq(applications.documentId, documentId),
          eq(applicationPartners.organisationId, ctx.actor.organisationId),
          eq(applicationPartners.state, "accepted"),
        ),
      )
      .limit(1),
  );
  return found ? { to: paths.application(found.id), label: found.title } : null;
}
