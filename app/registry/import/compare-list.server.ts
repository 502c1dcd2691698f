// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Db } from "~db/client.server";
import { organisations } from "~db/registry/schema";
import type { Organisation } from "../find-organisation.server";
import type { ListKind } from "./columns";
import type { ListedBody } from "./listed-body";

/** What the list says otherwise of a body. Fields that the list leaves empty are no difference: it does not know. */
export type Difference = { field: ComparedField; from: string | null; to: string };
const compared = ["name", "fiscalCode", "vatNumber", "ipaCode", "runtsNumber", "runtsSection", "etsCategory", "pec", "legalRepresentative", "art5Letters"] as const;
export type ComparedField = (typeof compared)[number];

export type Comparison = {
  added: (ListedBody & { namesake: { name: string; slug: string } | null })[];
  changed: { body: Organisation; listed: ListedBody; differences: Difference[] }[];
  same: { body: Organisation; listed: ListedBody }[];
  /** In the registry as enrolled, and not in a list that says it is complete. */
  missing: Organisation[];
  /** New, but the list does not tell what they are, or their code belongs to a body that is closed here. */
  unclear: ListedBody[];
};

/**
 * Holds a list against the registry of this moment. A body is known by its fiscal code, a public body by its IPA code first: never by its
 * name, which two bodies may share.
 */
export async function compareList(db: Db, { list, complete, bodies }: { list: ListKind; complete: boolean; bodies: ListedBody[] }): Promise<Comparison> {
  const all = await db.select().from(organisations);
  const known = all.filter(({ closedAt }) => closedAt === null);
  const closedCodes = new Set(all.flatMap(({ closedAt, fiscalCode }) => (closedAt && fiscalCode ? [fiscalCode] : [])));
  const byFiscalCode = new Map(known.flatMap((body) => (body.fiscalCode ? [[body.fiscalCode, body] as const] : [])));
  const byIpaCode = new Map(known.flatMap((body) => (body.ipaCode ? [[body.ipaCode, body] as const] : [])));
  const byName = new Map(known.map((body) => [body.name.toLowerCase(), body]));
  const comparison: Comparison = { added: [], changed: [], same: [], missing: [], unclear: [] };
  const found = new Set<string>();
  for (const listed of bodies) {
    const body = (listed.ipaCode && byIpaCode.get(listed.ipaCode)) || (listed.fiscalCode && byFiscalCode.get(listed.fiscalCode)) || undefined;
    if (!body) {
      const twin = byName.get(listed.name.toLowerCase());
      // a code is never given twice: somebody must look why a closed body is on the list
      if (listed.kind === null || (listed.fiscalCode && closedCodes.has(listed.fiscalCode))) comparison.unclear.push(listed);
      else comparison.added.push({ ...listed, namesake: twin ? { name: twin.name, slug: twin.slug } : null });
      continue;
    }
    found.add(body.id);
    const differences = differencesOf(body, listed);
    if (differences.length > 0 || standsOtherwise(body, listed)) comparison.changed.push({ body, listed, differences });
    else comparison.same.push({ body, listed });
  }
  if (complete && list === "runts") {
    comparison.missing = known.filter((body) => body.kind === "ets" && body.fiscalCode && !found.has(body.id) && body.enrolment !== "not_found" && body.enrolment !== "cancelled");
  }
  return comparison;
}

/** Whether the list says that the body's standing in the RUNTS has changed. */
export function standsOtherwise(body: Pick<Organisation, "enrolment">, { enrolment }: ListedBody): boolean {
  return enrolment !== null && enrolment !== (body.enrolment ?? "enrolled");
}

function differencesOf(body: Organisation, listed: ListedBody): Difference[] {
  const text = (value: unknown) => (Array.isArray(value) ? value.join(" ") : (value as string | null));
  return compared.flatMap((field) => {
    const [from, to] = [text(body[field]) || null, text(listed[field])];
    return to && to !== from ? [{ field, from, to }] : [];
  });
}
