// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { findDocument } from "../access.server";
import { mayGovern } from "../policy";
import { prepareVersion } from "../versions/prepare-version.server";
import { storeVersion } from "../versions/store-version.server";
import { moveState, type Step } from "./move-state.server";
import { mayStep, type StepName } from "./states";

type Change = Step & { documentId: string; name: Exclude<StepName, "approve"> };

/**
 * Opens, extends or closes a consultation, or declares a document superseded; the text of that moment becomes a
 * version. Approving is another use-case, because it seals. Throws `invalid` for an end that is missing or past.
 */
export async function changeState(ctx: Ctx, { documentId, ...step }: Change): Promise<void> {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(mayGovern(ctx.actor, document, position));
  // before the text is read: a refusal costs nothing
  const decision = mayStep(document, step.name, ctx.now);
  if (!decision.ok) throw problem("conflict", decision);
  const asksEnd = step.name === "openConsultation" || step.name === "extendConsultation";
  if (asksEnd && (!step.endsAt || step.endsAt <= ctx.now)) throw problem("invalid", { fields: { endsAt: "documents.lifecycle.endsAt.future" } });
  const prepared = await prepareVersion(ctx, documentId);
  await ctx.db.tx(async (tx) => {
    const now = await findDocument(ctx, documentId);
    enforce(mayGovern(ctx.actor, now.document, now.position));
    await moveState(tx, ctx, now.document, step);
    await storeVersion(tx, ctx, prepared, { kind: "automatic", cause: "state" });
  });
}
