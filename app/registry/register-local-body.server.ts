// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { newId } from "~db/id";
import { organisations } from "~db/registry/schema";
import { OrganisationInput, slugOf } from "./organisation";
import { registerLocal } from "./policy";
import { checkedNow, freeSlug } from "./register-organisation.server";

/** Enters a body that no public register knows (a group, a shop, a parish) and that works in the given Municipi. */
export async function registerLocalBody(ctx: Ctx, body: { name: string; kind: string; purpose: string | null; districts: number[] }): Promise<{ id: string; slug: string }> {
  enforce(registerLocal(ctx.actor, body));
  const fields = parse(OrganisationInput, { ...body, purpose: body.purpose ?? "", scale: "district", source: "manual_check" });
  return ctx.db.tx(async (db) => {
    const id = newId();
    const slug = await freeSlug(db, slugOf(fields.name));
    await db.insert(organisations).values({ id, slug, ...fields, ...checkedNow(fields.source, ctx), createdAt: ctx.now });
    await record(db, ctx, { act: "organisation.registered", subject: { kind: "organisation", id }, data: { organisationId: id, kind: fields.kind, source: fields.source } });
    return { id, slug };
  });
}
