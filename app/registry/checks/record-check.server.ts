// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatDate, parseRomeDay } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { affiliations, organisations, registryChecks } from "~db/registry/schema";
import { findOrganisation } from "../find-organisation.server";
import { keepRegistry } from "../policy";
import { enrolments } from "./enrolment";

/** How long a body has to say how things stand, before an office draws consequences. */
const DAYS_TO_ANSWER = 10;

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
  if (outcome === "cancelled" || outcome === "not_found") await askAccount(db, ctx, organisationId);
  await record(db, ctx, { act: "organisation.checked", subject: { kind: "organisation", id: organisationId }, data: { organisationId, outcome, since, importId } });
}

/**
 * Asks the body to account for what was found: a letter to who manages it and to its legal representatives, with the days to answer
 * (art. 7 and 10-bis L. 241/1990: nothing follows before the body has been heard).
 */
async function askAccount(db: Db, ctx: Ctx, organisationId: string): Promise<void> {
  const body = one(await db.select({ name: organisations.name, slug: organisations.slug }).from(organisations).where(eq(organisations.id, organisationId)));
  if (!body) return;
  const people = await db
    .selectDistinct({ id: persons.id, email: persons.email, locale: persons.locale, capacity: affiliations.capacity, powers: affiliations.powers })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(and(eq(affiliations.organisationId, organisationId), lte(affiliations.validFrom, ctx.now), or(isNull(affiliations.validTo), gt(affiliations.validTo, ctx.now)), isNull(persons.closedAt)));
  const answerable = new Map(people.filter(({ capacity, powers }) => capacity === "legal_representative" || powers.includes("manage_members")).map((person) => [person.id, person]));
  const until = new Date(ctx.now.getTime() + DAYS_TO_ANSWER * 86_400_000);
  for (const { email, locale } of answerable.values()) {
    await enqueueLetter(db, ctx, letterFrom("registry.letter.notEnrolled", { to: email, locale, values: { body: body.name, until: formatDate(until, locale), link: absolute(paths.organisation(body.slug)) } }));
  }
}
