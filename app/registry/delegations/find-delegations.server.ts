// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, count, desc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { affiliationFiles, affiliations } from "~db/registry/schema";
import { findOrganisation } from "../find-organisation.server";
import { seePeople } from "../policy";

type Asked = Pick<Ctx, "db" | "actor" | "now">;

/** An affiliation of a body with its person, for who may see the people of the body by name; `missing` when it is another body's. */
export async function findAffiliation(ctx: Asked, slug: string, affiliationId: string) {
  const body = await findOrganisation(ctx, slug);
  enforce(seePeople(ctx.actor, body));
  const found = one(
    await ctx.db.read
      .select({ held: affiliations, personLabel: persons.label })
      .from(affiliations)
      .innerJoin(persons, eq(persons.id, affiliations.personId))
      .where(and(eq(affiliations.id, affiliationId), eq(affiliations.organisationId, body.id))),
  );
  if (!found) throw problem("missing");
  return { body, ...found };
}

/** The acts attached to an affiliation, last first. */
export async function listDelegations(ctx: Asked, slug: string, affiliationId: string) {
  const { held } = await findAffiliation(ctx, slug, affiliationId);
  const { id, name, description, mediaType, sha256, size, scanned, at } = affiliationFiles;
  return ctx.db.read
    .select({ id, name, description, mediaType, sha256, size, scanned, at, by: persons.label })
    .from(affiliationFiles)
    .innerJoin(persons, eq(persons.id, affiliationFiles.personId))
    .where(eq(affiliationFiles.affiliationId, held.id))
    .orderBy(desc(at), desc(id));
}

/** An attached act with its bytes. */
export async function openDelegation(ctx: Asked, slug: string, affiliationId: string, fileId: string): Promise<{ file: { name: string; mediaType: string }; bytes: Buffer }> {
  const { held } = await findAffiliation(ctx, slug, affiliationId);
  const file = one(await ctx.db.read.select().from(affiliationFiles).where(and(eq(affiliationFiles.id, fileId), eq(affiliationFiles.affiliationId, held.id))));
  if (!file) throw problem("missing");
  return { file, bytes: await ctx.db.files.readFile(file.sha256) };
}

/** How many acts are attached to each affiliation of a body. For who may see its people. */
export async function delegationCounts(ctx: Pick<Ctx, "db">, organisationId: string): Promise<Map<string, number>> {
  const rows = await ctx.db.read
    .select({ affiliationId: affiliationFiles.affiliationId, files: count() })
    .from(affiliationFiles)
    .innerJoin(affiliations, eq(affiliations.id, affiliationFiles.affiliationId))
    .where(eq(affiliations.organisationId, organisationId))
    .groupBy(affiliationFiles.affiliationId);
  return new Map(rows.map(({ affiliationId, files }) => [affiliationId ?? "", files]));
}
