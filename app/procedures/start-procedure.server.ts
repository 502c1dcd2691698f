// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq, like } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { toRomeDay } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { procedureNotices, procedures } from "~db/procedures/schema";
import { workingTables } from "~db/tables/schema";
import { type Kind, kinds } from "./machine";
import { write } from "./move.server";
import { emptyNotice } from "./notice";
import { objectivesToChoose } from "./objectives.server";
import { mayStartProcedure } from "./policy";

export const StartProcedure = z.object({
  kind: z.enum(kinds),
  title: z.string().trim().min(5, { error: "procedures.start.titleTooShort" }).max(250),
  tableId: z.string().default(""),
  objectives: z.array(z.string()).default([]),
});

/** Begins a procedure in the name of the officer's Direzione, with an empty notice to write. Returns its id. */
export async function startProcedure(ctx: Ctx, input: z.input<typeof StartProcedure>): Promise<string> {
  enforce(mayStartProcedure(ctx.actor));
  const { actor } = ctx;
  if (!actor?.organisationId || !actor.affiliationId) throw problem("forbidden");
  const { organisationId, affiliationId } = actor;
  const { kind, title, tableId, objectives } = StartProcedure.parse(input);
  const chosen = (await objectivesToChoose(ctx)).filter(({ id }) => objectives.includes(id));
  return ctx.db.tx(async (db) => {
    if (tableId && !one(await db.select({ id: workingTables.id }).from(workingTables).where(eq(workingTables.id, tableId)))) {
      throw problem("invalid", { fields: { tableId: "web.field.invalid" } });
    }
    const id = newId();
    await db.insert(procedures).values({
      id, code: await nextCode(db, kind, ctx.now), kind, title, organisationId, tableId: tableId || null, objectives: chosen, state: "initiated",
      createdAt: ctx.now, createdByAffiliationId: affiliationId,
    });
    await db.insert(procedureNotices).values({
      id: newId(), procedureId: id, version: 0, occasion: "draft", content: emptyNotice(), savedAt: ctx.now, savedByAffiliationId: affiliationId,
    });
    await write(db, ctx, { procedureId: id, kind, from: null, event: "start", reason: null, data: { organisationId, tableId: tableId || null, objectiveIds: chosen.map((one) => one.id) } });
    return id;
  });
}

/** CP (co-programmazione) or CD (co-progettazione), the year in Europe/Rome, a progressive number. */
async function nextCode(db: Db, kind: Kind, now: Date): Promise<string> {
  const prefix = `${kind === "co_design" ? "CD" : "CP"}-${toRomeDay(now).slice(0, 4)}-`;
  const rows = await db.select({ code: procedures.code }).from(procedures).where(like(procedures.code, `${prefix}%`));
  const last = Math.max(0, ...rows.map(({ code }) => Number(code.slice(prefix.length))));
  return `${prefix}${String(last + 1).padStart(3, "0")}`;
}
