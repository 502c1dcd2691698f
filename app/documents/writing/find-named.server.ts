// SPDX-License-Identifier: AGPL-3.0-or-later
import { findOrganisations } from "~/registry/index.server";
import { seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import type { Named, NamedSource } from "~/web/named";
import { enforce } from "~/web/policy";
import { paths } from "~/web/paths";
import { type DocumentRow, findDocument } from "../access.server";
import { listDocuments } from "../list-documents.server";
import { mayWrite } from "../policy";

/** Of each kind, so that one kind never hides the others. */
const EACH = 4;

/**
 * What whoever writes a document may name in it: the people who speak at its table, bodies, documents they may see, and
 * what later floors offer (strategies of the plan). Only for who may write there.
 */
export async function findNamed(ctx: Ctx, { documentId, words }: { documentId: string; words: string }, others: NamedSource[]): Promise<Named[]> {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(mayWrite(ctx.actor, document, position));
  const sought = words.trim().slice(0, 80);
  const bodies = await findOrganisations(ctx, { testo: sought || undefined });
  const documents = await listDocuments(ctx, { search: sought, limit: EACH + 1 });
  const fromOthers = await Promise.all(others.map((source) => source(ctx, sought, EACH)));
  return [
    ...(await peopleAt(ctx, document, sought)),
    ...bodies.rows.sort((a, b) => nearness(a.name, sought) - nearness(b.name, sought)).slice(0, EACH).map(({ id, name, slug }): Named => ({ kind: "body", target: id, label: name, note: "", to: paths.organisation(slug) })),
    ...fromOthers.flat(),
    ...documents.rows
      .filter(({ id }) => id !== documentId)
      .slice(0, EACH)
      .map(({ id, title, tableName }): Named => ({ kind: "document", target: id, label: title, note: tableName ?? "", to: paths.document(id) })),
  ];
}

/** Those who speak at the document's table: elsewhere nobody's presence is told. */
async function peopleAt(ctx: Ctx, document: DocumentRow, words: string): Promise<Named[]> {
  if (document.scopeKind !== "table") return [];
  const seats = await seatsAt(ctx.db.read, document.scopeId, ctx.now);
  const found = seats.flatMap(({ organisationName, organisationSlug, speakers }) =>
    speakers.map(({ personId, personLabel }): Named => ({ kind: "person", target: personId, label: personLabel, note: organisationName, to: paths.organisation(organisationSlug) })),
  );
  const wanted = words.toLocaleLowerCase("it");
  return found.filter(({ label, note }) => `${label} ${note}`.toLocaleLowerCase("it").includes(wanted)).slice(0, EACH);
}

/** Bodies are also found by what they do and where: those that bear the words in their name come first. */
function nearness(name: string, words: string): number {
  const at = name.toLocaleLowerCase("it").indexOf(words.toLocaleLowerCase("it"));
  return at < 0 ? 2 : at === 0 ? 0 : 1;
}
