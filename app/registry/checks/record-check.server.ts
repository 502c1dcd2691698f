// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { parseRomeDay } from "~/web/time";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { organisations, registryChecks } from "~db/registry/schema";
import { findOrganisation } from "../find-organisation.server";
import { keepRegistry } from "../policy";
import { enrolments } from "./enrolment";

const CheckInput = z
  .object({
    organisationId: z.string().min(1),
    outcome: z.enum(enrolments, { message: "registry.checks.chooseOutcome" }),
    since: z.string().optional().transform((day) => (day ? parseRomeDay(day) : null)),
    note: z.string().trim().max(500).optional().transform((text) => text || null),
  })
  .refine(({ outcome, note }) => outcome === "enrolled" || note !== null, { path: ["note"], message: "registry.checks.noteNeeded" });

/** Records that somebody looked how a body stands in the RUNTS. Anything but "enrolled" asks for a note: where it was seen. */
export async function recordCheck(ctx: Ctx, input: FormData | z.input<typeof CheckInput>): Promise<void> {
  enforce(keepRegistry(ctx.actor));
  const { organisationId, ...check } = parse(CheckInput, input);
  const body = await findOrganisation(ctx, organisationId);
  if (body.kind !== "ets") throw problem("conflict", { because: "registry.checks.onlyEts" });
  if (check.since && check.since > ctx.now) throw problem("invalid", { fields: { since: "registry.checks.sinceAhead" } });
  await ctx.db.tx((db) => writeCheck(db, ctx, { organisationId: body.id, ...check, importId: null }));
}

type Check = Pick<typeof registryChecks.$inferInsert, "organisationId" | "outcome" | "since" | "note" | "importId">;

/** The row, the standing of the body and the act, inside a transaction whose caller has checked who may. */
export async function writeCheck(db: Db, ctx: Ctx, check: Check): Promise<void> {
  const byPersonId = signedIn(ctx).personId;
  const { organisationId, outcome, since, importId } = check;
  await db.insert(registryChecks).values({ id: newId(), ...check, at: ctx.now, byPersonId });
  await db
    .update(organisations)
    .set({ enrolment: outcome, enrolmentFrom: since ?? (outcome === "enrolled" ? null : ctx.now), checkedAt: ctx.now, checkedByPersonId: byPersonId })
    .where(eq(organisations.id, organisationId));
  await record(db, ctx, { act: "organisation.checked", subject: { kind: "organisation", id: organisationId }, data: { organisationId, outcome, since, importId } });
}
