// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { parseRomeDay } from "~/web/time";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { organisations, registryImports } from "~db/registry/schema";
import { writeCheck } from "../checks/record-check.server";
import { slugOf } from "../organisation";
import { freeSlug } from "../register-organisation.server";
import { compareList, type Comparison, standsOtherwise } from "./compare-list.server";
import type { ListedBody } from "./listed-body";
import { findImport, type ListImport } from "./lists.server";

const box = z.union([z.literal("on"), z.boolean()]).optional().transform(Boolean);
const Choice = z.object({
  added: box,
  changed: box,
  missing: box,
  /** Lines of the list, or ids of bodies, that are left as they are. */
  except: z.array(z.string()).default([]),
});

export type ImportOutcome = { added: number; changed: number; missing: number };

/**
 * Writes into the registry what was chosen of a list, all in one transaction, each body with its act. The comparison is made again here:
 * what changed since the preview counts as it is now. Bodies that are as the list says are marked as checked.
 */
export async function confirmImport(ctx: Ctx, importId: string, choice: FormData | z.input<typeof Choice>): Promise<ImportOutcome> {
  signedIn(ctx);
  const { added, changed, missing, except } = parse(Choice, choice);
  const left = new Set(except);
  return ctx.db.tx(async (db) => {
    const draft = await findImport(ctx, importId, db);
    if (draft.confirmedAt || draft.discardedAt) throw problem("conflict", { because: "registry.import.closed" });
    const comparison = await compareList(db, draft);
    const outcome = { added: 0, changed: 0, missing: 0 };
    for (const listed of added ? comparison.added : []) {
      if (left.has(String(listed.line))) continue;
      await add(db, ctx, draft, listed);
      outcome.added++;
    }
    for (const change of changed ? comparison.changed : []) {
      if (left.has(change.body.id)) continue;
      await correct(db, ctx, draft, change);
      outcome.changed++;
    }
    for (const { id } of missing ? comparison.missing : []) {
      if (left.has(id)) continue;
      await writeCheck(db, ctx, { organisationId: id, outcome: "not_found", since: null, note: null, importId });
      outcome.missing++;
    }
    for (const { body, listed } of comparison.same) await seen(db, ctx, draft, body.id, listed);
    await db.update(registryImports).set({ confirmedAt: ctx.now, outcome }).where(eq(registryImports.id, importId));
    await record(db, ctx, { act: "registry_import.confirmed", subject: { kind: "registry_import", id: importId }, data: { list: draft.list, sha256: draft.sha256, ...outcome } });
    return outcome;
  });
}

async function add(db: Db, ctx: Ctx, draft: ListImport, { line: _line, districts, enrolment: _enrolment, enrolmentFrom: _from, kind, ...fields }: ListedBody): Promise<void> {
  const id = newId();
  const slug = await freeSlug(db, slugOf(fields.name));
  const territory = { scale: districts.length > 0 ? ("district" as const) : ("city" as const), districts };
  await db.insert(organisations).values({ id, slug, ...fields, kind: kind ?? "other_nonprofit", territory, source: "import", sourceDate: draft.listDate, createdAt: ctx.now });
  await record(db, ctx, { act: "organisation.registered", subject: { kind: "organisation", id }, data: { organisationId: id, kind, source: "import", importId: draft.id } });
  await stand(db, ctx, draft, id, { enrolment: _enrolment, enrolmentFrom: _from });
}

async function correct(db: Db, ctx: Ctx, draft: ListImport, { body, listed, differences }: Comparison["changed"][number]): Promise<void> {
  if (differences.length > 0) {
    const next = Object.fromEntries(differences.map(({ field }) => [field, listed[field]]));
    await db.update(organisations).set({ ...next, source: "import", sourceDate: draft.listDate }).where(eq(organisations.id, body.id));
    const changed = Object.fromEntries(differences.map(({ field, from, to }) => [field, ["pec", "legalRepresentative"].includes(field) ? {} : { from, to }]));
    await record(db, ctx, { act: "organisation.changed", subject: { kind: "organisation", id: body.id }, data: { organisationId: body.id, changed, importId: draft.id } });
  }
  if (standsOtherwise(body, listed)) await stand(db, ctx, draft, body.id, listed);
  else await seen(db, ctx, draft, body.id, listed);
}

/** The list has the body as the registry does: that is a check too. */
async function seen(db: Db, ctx: Ctx, draft: ListImport, organisationId: string, listed: ListedBody): Promise<void> {
  if (draft.list === "runts") await stand(db, ctx, draft, organisationId, listed);
  else await db.update(organisations).set({ checkedAt: ctx.now, checkedByPersonId: ctx.actor?.personId ?? null, sourceDate: draft.listDate }).where(eq(organisations.id, organisationId));
}

async function stand(db: Db, ctx: Ctx, draft: ListImport, organisationId: string, { enrolment, enrolmentFrom }: Pick<ListedBody, "enrolment" | "enrolmentFrom">): Promise<void> {
  if (!enrolment) return;
  await writeCheck(db, ctx, { organisationId, outcome: enrolment, since: enrolmentFrom ? parseRomeDay(enrolmentFrom) : null, note: null, importId: draft.id });
}
