// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { limits, spend } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import type { Scan } from "~/web/files/take-file.server";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { affiliations, claims, organisations } from "~db/registry/schema";
import { asDescription } from "../delegations/delegation";
import { bringAct, takeAct } from "../delegations/keep-act.server";
import { ClaimInput, NewBodyInput } from "./claim";

/**
 * Asks to speak for a body. A fiscal code that is in the registry becomes a request to join that body, never a second record; a new one
 * becomes a request to enter the body, with its name and kind. Nothing is given until somebody answers. The act may come along: `invalid` beside `file` when it
 * is not taken (see `takeFile`).
 */
export async function askToSpeak(ctx: Ctx, form: FormData | z.input<typeof ClaimInput> | z.input<typeof NewBodyInput>, act: { file: File; scan: Scan } | null = null): Promise<{ claimId: string }> {
  const { personId } = signedIn(ctx);
  const { fiscalCode, ...asked } = parse(ClaimInput, form);
  if (act) await spend(ctx, limits.acts, personId);
  const taken = act && (await takeAct(ctx, { file: act.file, description: asDescription(asked.evidence) }, act.scan));
  return ctx.db.tx(async (db) => {
    const body = one(await db.select().from(organisations).where(and(eq(organisations.fiscalCode, fiscalCode), isNull(organisations.closedAt))));
    const data = body ? null : describedBody(form);
    await refuseTwice(db, ctx, personId, body?.id ?? null, fiscalCode);
    const claimId = newId();
    await db.insert(claims).values({ id: claimId, organisationId: body?.id ?? null, personId, fiscalCode, data, ...asked, askedAt: ctx.now });
    const brought = taken && (await bringAct(db, ctx, claimId, taken));
    await record(db, ctx, {
      act: "claim.asked",
      subject: { kind: "claim", id: claimId },
      data: { claimId, organisationId: body?.id ?? null, capacity: asked.capacity, newBody: body === undefined, ...(brought ? { delegation: brought } : {}) },
    });
    return { claimId };
  });
}

function describedBody(form: FormData | Record<string, unknown>): Record<string, unknown> {
  const { name, kind } = parse(NewBodyInput, form);
  return { name, kind };
}

async function refuseTwice(db: Db, ctx: Ctx, personId: string, organisationId: string | null, fiscalCode: string): Promise<void> {
  const open = one(
    await db
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.personId, personId), eq(claims.fiscalCode, fiscalCode), isNull(claims.outcome))),
  );
  if (open) throw problem("conflict", { because: "registry.claims.asked" });
  if (!organisationId) return;
  const speaks = await db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(and(eq(affiliations.personId, personId), eq(affiliations.organisationId, organisationId), or(isNull(affiliations.validTo), gt(affiliations.validTo, ctx.now))));
  if (speaks.length > 0) throw problem("conflict", { because: "registry.claims.already" });
}
