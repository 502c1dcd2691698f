// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { networkMembers, organisations } from "~db/registry/schema";
import type { Enrolment } from "../checks/enrolment";
import { findOrganisation, type Organisation } from "../find-organisation.server";
import { keepNetwork } from "../policy";

export type NetworkTie = { id: string; name: string; slug: string; kind: string; enrolment: Enrolment | null; enrolmentFrom: Date | null; source: string; validFrom: Date };

/** True for bodies that speak for other bodies: networks, and associative networks of the RUNTS (art. 41 CTS). */
export function isNetwork(body: Pick<Organisation, "kind" | "etsCategory">): boolean {
  return body.kind === "network" || body.etsCategory === "associative_network";
}

const inForceAt = (at: Date) => and(lte(networkMembers.validFrom, at), or(isNull(networkMembers.validTo), gt(networkMembers.validTo, at)));

const tie = { id: networkMembers.id, name: organisations.name, slug: organisations.slug, kind: organisations.kind, enrolment: organisations.enrolment, enrolmentFrom: organisations.enrolmentFrom, source: networkMembers.source, validFrom: networkMembers.validFrom };

/** The bodies that a network speaks for at an instant, by name. */
export async function membersOfNetwork(ctx: Pick<Ctx, "db">, networkId: string, at: Date): Promise<NetworkTie[]> {
  return ctx.db.read.select(tie).from(networkMembers).innerJoin(organisations, eq(organisations.id, networkMembers.memberId)).where(and(eq(networkMembers.networkId, networkId), inForceAt(at))).orderBy(asc(organisations.name));
}

/** The networks that speak for a body at an instant, by name. */
export async function networksOf(ctx: Pick<Ctx, "db">, memberId: string, at: Date): Promise<NetworkTie[]> {
  return ctx.db.read.select(tie).from(networkMembers).innerJoin(organisations, eq(organisations.id, networkMembers.networkId)).where(and(eq(networkMembers.memberId, memberId), inForceAt(at))).orderBy(asc(organisations.name));
}

const JoinInput = z.object({
  memberId: z.string().min(1, "registry.networks.chooseBody"),
  source: z.string().trim().min(3, "registry.networks.sourceNeeded").max(300, "web.field.tooLong"),
});

/** Records that a body belongs to a network, from now, and where that is written. */
export async function addToNetwork(ctx: Ctx, slug: string, form: FormData | z.input<typeof JoinInput>): Promise<void> {
  const network = await findNetwork(ctx, slug);
  const { memberId, source } = parse(JoinInput, form);
  const member = await findOrganisation(ctx, memberId);
  if (member.id === network.id) throw problem("invalid", { fields: { memberId: "registry.networks.itself" } });
  await ctx.db.tx(async (db) => {
    if (await openTie(db, ctx.now, network.id, member.id)) throw problem("conflict", { because: "registry.networks.already" });
    const id = newId();
    await db.insert(networkMembers).values({ id, networkId: network.id, memberId: member.id, source, validFrom: ctx.now });
    await record(db, ctx, { act: "network.joined", subject: { kind: "organisation", id: member.id }, data: { organisationId: member.id, networkId: network.id } });
  });
}

/** Records that a body belongs to a network no longer. */
export async function leaveNetwork(ctx: Ctx, slug: string, tieId: string): Promise<void> {
  const network = await findNetwork(ctx, slug);
  await ctx.db.tx(async (db) => {
    const ended = one(
      await db
        .update(networkMembers)
        .set({ validTo: ctx.now })
        .where(and(eq(networkMembers.id, tieId), eq(networkMembers.networkId, network.id), isNull(networkMembers.validTo)))
        .returning({ memberId: networkMembers.memberId }),
    );
    if (!ended) throw problem("missing");
    await record(db, ctx, { act: "network.left", subject: { kind: "organisation", id: ended.memberId }, data: { organisationId: ended.memberId, networkId: network.id } });
  });
}

async function findNetwork(ctx: Ctx, slug: string): Promise<Organisation> {
  const network = await findOrganisation(ctx, slug);
  if (!isNetwork(network)) throw problem("missing");
  enforce(keepNetwork(ctx.actor, network));
  return network;
}

async function openTie(db: Db, now: Date, networkId: string, memberId: string): Promise<boolean> {
  const rows = await db.select({ id: networkMembers.id }).from(networkMembers).where(and(eq(networkMembers.networkId, networkId), eq(networkMembers.memberId, memberId), inForceAt(now)));
  return rows.length > 0;
}
