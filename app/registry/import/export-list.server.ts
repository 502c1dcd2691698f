// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { toRomeDay } from "~/web/time";
import { organisations } from "~db/registry/schema";
import type { Organisation } from "../find-organisation.server";
import { type Column, columnsOf, headings, type ListKind } from "./columns";

const words = { enrolled: "iscritto", pending: "in corso di iscrizione", cancelled: "cancellato", not_found: "non trovato" } as const;

function valueOf(body: Organisation, column: Column): string {
  switch (column) {
    case "status":
      return body.enrolment ? words[body.enrolment] : "";
    case "statusFrom":
      return body.enrolmentFrom ? toRomeDay(body.enrolmentFrom) : "";
    case "runtsSection":
      return body.runtsSection?.toUpperCase() ?? "";
    case "art5Letters":
      return body.art5Letters.join(" ");
    case "districts":
      return body.territory.districts.join(" ");
    case "kind":
      return body.kind;
    default:
      return body[column] ?? "";
  }
}

/** The registry as a list in the columns of `list`, heading first: what the import reads back without differences. */
export async function listRows(ctx: Pick<Ctx, "db">, list: ListKind): Promise<string[][]> {
  const which = list === "runts" ? eq(organisations.kind, "ets") : isNotNull(organisations.ipaCode);
  const bodies = await ctx.db.read.select().from(organisations).where(and(isNull(organisations.closedAt), which)).orderBy(asc(sql`lower(${organisations.name})`));
  const columns = columnsOf[list];
  return [columns.map((column) => headings[column][0] as string), ...bodies.map((body) => columns.map((column) => valueOf(body, column)))];
}
