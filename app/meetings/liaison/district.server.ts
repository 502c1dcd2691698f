// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { districtNumbers, type Enrolment } from "~/registry";
import { findOrganisation, registerLocalBody } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { localBodies, neighbourhoods } from "~db/meetings/workshops";
import { organisations } from "~db/registry/schema";
import { keepDistrict } from "../workshops/policy";
import { ownDistrict } from "../workshops/save-workshop.server";
import { KnownBodyInput, LocalBodyInput, NeighbourhoodInput } from "./liaison";

/** The number of a Municipio from an address; `missing` when there is no such Municipio. */
export function districtOf(param: string | undefined): number {
  const found = districtNumbers.find((number) => String(number) === param);
  if (!found) throw problem("missing");
  return found;
}

/** The body that is this Municipio, where the registry has it. */
export async function municipioOf(ctx: Pick<Ctx, "db">, district: number) {
  const all = await ctx.db.read.select().from(organisations).where(and(eq(organisations.kind, "municipal_district"), isNull(organisations.closedAt)));
  return all.find(({ territory }) => territory.districts[0] === district) ?? null;
}

/** Throws unless the viewer acts for this Municipio. */
export async function enforceDistrict(ctx: Pick<Ctx, "db" | "actor">, district: number): Promise<void> {
  signedIn(ctx as Ctx);
  enforce(keepDistrict(ctx.actor, district, await ownDistrict(ctx)));
}

/** The neighbourhoods (NIL) of a Municipio, by name. */
export async function neighbourhoodsOf(ctx: Pick<Ctx, "db">, district: number) {
  return ctx.db.read.select().from(neighbourhoods).where(eq(neighbourhoods.district, district)).orderBy(asc(neighbourhoods.name));
}

export async function addNeighbourhood(ctx: Ctx, district: number, form: FormData | z.input<typeof NeighbourhoodInput>): Promise<{ id: string }> {
  await enforceDistrict(ctx, district);
  const fields = parse(NeighbourhoodInput, form);
  if ((await neighbourhoodsOf(ctx, district)).some(({ name }) => name.toLowerCase() === fields.name.toLowerCase())) throw problem("invalid", { fields: { name: "liaison.nil.known" } });
  const id = newId();
  await ctx.db.tx(async (db) => {
    await db.insert(neighbourhoods).values({ id, district, ...fields });
    await record(db, ctx, { act: "neighbourhood.added", subject: { kind: "neighbourhood", id }, data: { district } });
  });
  return { id };
}

export type LocalBody = { id: string; organisationId: string; name: string; slug: string; kind: string; etsCategory: string | null; enrolment: Enrolment | null; enrolmentFrom: Date | null; purpose: string | null; note: string | null; neighbourhoodId: string | null; neighbourhood: string | null };

/** The bodies that a Municipio keeps on its list, by name. Names of bodies are public, as in the registry; the note is for offices. */
export async function localBodiesOf(ctx: Pick<Ctx, "db">, district: number, neighbourhoodId?: string): Promise<LocalBody[]> {
  const { name, slug, kind, etsCategory, enrolment, enrolmentFrom, purpose } = organisations;
  return ctx.db.read
    .select({ id: localBodies.id, organisationId: localBodies.organisationId, name, slug, kind, etsCategory, enrolment, enrolmentFrom, purpose, note: localBodies.note, neighbourhoodId: localBodies.neighbourhoodId, neighbourhood: neighbourhoods.name })
    .from(localBodies)
    .innerJoin(organisations, eq(organisations.id, localBodies.organisationId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, localBodies.neighbourhoodId))
    .where(and(eq(localBodies.district, district), isNull(localBodies.removedAt), neighbourhoodId ? eq(localBodies.neighbourhoodId, neighbourhoodId) : undefined))
    .orderBy(asc(organisations.name));
}

/** Puts a body of the registry on the list of the Municipio. */
export async function keepBody(ctx: Ctx, district: number, form: FormData | z.input<typeof KnownBodyInput>): Promise<void> {
  await enforceDistrict(ctx, district);
  const { organisationId, neighbourhoodId, note } = parse(KnownBodyInput, form);
  const body = await findOrganisation(ctx, organisationId);
  await put(ctx, district, { organisationId: body.id, neighbourhoodId, note });
}

/** Enters a group or a shop that no register knows, and puts it on the list: two acts in one transaction. */
export async function enterBody(ctx: Ctx, district: number, form: FormData | z.input<typeof LocalBodyInput>): Promise<void> {
  await enforceDistrict(ctx, district);
  const { name, kind, purpose, neighbourhoodId, note } = parse(LocalBodyInput, form);
  await ctx.db.tx(async () => {
    const { id } = await registerLocalBody(ctx, { name, kind, purpose, districts: [district] });
    await put(ctx, district, { organisationId: id, neighbourhoodId, note });
  });
}

async function put(ctx: Ctx, district: number, { organisationId, neighbourhoodId, note }: { organisationId: string; neighbourhoodId: string | null; note: string | null }): Promise<void> {
  if (neighbourhoodId && !(await neighbourhoodsOf(ctx, district)).some(({ id }) => id === neighbourhoodId)) throw problem("invalid", { fields: { neighbourhoodId: "workshops.form.otherDistrict" } });
  await ctx.db.tx(async (db) => {
    const known = one(await db.select().from(localBodies).where(and(eq(localBodies.organisationId, organisationId), eq(localBodies.district, district), isNull(localBodies.removedAt))));
    if (known) throw problem("conflict", { because: "liaison.bodies.known" });
    await db.insert(localBodies).values({ id: newId(), organisationId, district, neighbourhoodId, note, keptByOrganisationId: ctx.actor?.organisationId as string, addedAt: ctx.now });
    await record(db, ctx, { act: "localBody.added", subject: { kind: "organisation", id: organisationId }, data: { organisationId, district } });
  });
}

/** Takes a body off the list; its past there stays. */
export async function removeBody(ctx: Ctx, district: number, id: string): Promise<void> {
  await enforceDistrict(ctx, district);
  await ctx.db.tx(async (db) => {
    const gone = await db.update(localBodies).set({ removedAt: ctx.now }).where(and(eq(localBodies.id, id), eq(localBodies.district, district), isNull(localBodies.removedAt))).returning({ organisationId: localBodies.organisationId });
    if (!gone[0]) throw problem("missing");
    await record(db, ctx, { act: "localBody.removed", subject: { kind: "organisation", id: gone[0].organisationId }, data: { organisationId: gone[0].organisationId, district } });
  });
}
