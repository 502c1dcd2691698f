// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { suggestions } from "~db/documents/contributions";
import { persons } from "~db/identity/schema";
import { organisations } from "~db/registry/schema";
import type { Proposer } from "./proposer";

/** Who has suggestions in the text, by name: the marks carry ids only, because names change. */
export async function proposersOf({ db }: Pick<Ctx, "db">, documentId: string): Promise<Proposer[]> {
  return db.read
    .selectDistinct({ person: suggestions.personId, organisation: suggestions.organisationId, name: persons.label, body: organisations.name })
    .from(suggestions)
    .innerJoin(persons, eq(persons.id, suggestions.personId))
    .innerJoin(organisations, eq(organisations.id, suggestions.organisationId))
    .where(and(eq(suggestions.documentId, documentId), isNull(suggestions.goneAt)));
}
