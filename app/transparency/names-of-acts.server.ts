// SPDX-License-Identifier: AGPL-3.0-or-later
import { inArray } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import type { journalEntries } from "~db/journal/schema";
import { planActions, planEditions, planObjectives } from "~db/plan/schema";
import { procedures } from "~db/procedures/schema";
import { organisations } from "~db/registry/schema";
import { workingTables } from "~db/tables/schema";

type Row = typeof journalEntries.$inferSelect;

/** Public names of what an act is about; empty where it is about no such thing. */
export type Names = { organisation: string; table: string; objective: string; action: string; edition: string; procedure: string };

export type Named = { body: { name: string; slug: string } | null; sensitive: boolean; names: Names };

/** The id of a thing of this kind that an act tells of: its subject, or named in its data. */
function idIn(row: Row, kind: string, key = `${kind}Id`): string {
  const told = row.subjectKind === kind ? row.subjectId : row.data[key];
  return typeof told === "string" ? told : "";
}

/** Gives the function that names what each of these acts is about. */
export async function namesOf({ db }: Pick<Ctx, "db">, rows: Row[]): Promise<(row: Row) => Named> {
  const ids = (kind: string, key?: string) => [...new Set(rows.map((row) => idIn(row, kind, key)))];
  const bodies = await db.read
    .select({ id: organisations.id, name: organisations.name, slug: organisations.slug })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set([...rows.map((row) => row.organisationId ?? ""), ...ids("organisation")])]));
  const tables = await db.read
    .select({ id: workingTables.id, name: workingTables.name, sensitive: workingTables.sensitive })
    .from(workingTables)
    .where(inArray(workingTables.id, ids("table")));
  const objectives = await db.read.select({ id: planObjectives.id, name: planObjectives.title }).from(planObjectives).where(inArray(planObjectives.id, ids("objective")));
  const actions = await db.read.select({ id: planActions.id, name: planActions.title }).from(planActions).where(inArray(planActions.id, ids("plan_action")));
  const editions = await db.read.select({ id: planEditions.id, name: planEditions.label }).from(planEditions).where(inArray(planEditions.id, ids("plan_edition")));
  const notices = await db.read.select({ id: procedures.id, name: procedures.title }).from(procedures).where(inArray(procedures.id, ids("procedure")));
  const name = (things: { id: string; name: string }[], id: string) => things.find((thing) => thing.id === id)?.name ?? "";
  return (row) => {
    const body = bodies.find(({ id }) => id === row.organisationId);
    return {
      body: body ? { name: body.name, slug: body.slug } : null,
      sensitive: tables.find(({ id }) => id === idIn(row, "table"))?.sensitive ?? false,
      names: {
        organisation: name(bodies, idIn(row, "organisation")),
        table: name(tables, idIn(row, "table")),
        objective: name(objectives, idIn(row, "objective")),
        action: name(actions, idIn(row, "plan_action")),
        edition: name(editions, idIn(row, "plan_edition")),
        procedure: name(notices, idIn(row, "procedure")),
      },
    };
  };
}
