// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq, isNotNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { one } from "~db/client.server";
import { mappingCampaigns, mappingForms, reorganisations } from "~db/tables/schema";

export type Stage = { name: "mapping" | "proposal" | "outcome" | "running"; state: "done" | "now" | "ahead"; from: Date | null; to: Date | null; progress: { done: number; of: number } | null };

const addMonths = (from: Date, months: number) => {
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + months);
  return to;
};

/**
 * The four stages in which the city's plan (chapter 4.2) puts the tables in order: mapping (4-6 months), proposal (4-6 months), outcome within
 * 10-12 months of the start, at full speed from the second year. Dates are counted from the first mapping.
 */
export async function stagesOf(ctx: Pick<Ctx, "db" | "now">): Promise<Stage[]> {
  const campaigns = await ctx.db.read.select().from(mappingCampaigns).orderBy(desc(mappingCampaigns.opensAt));
  const latest = campaigns[0];
  const start = campaigns.at(-1)?.opensAt ?? null;
  const forms = latest ? await ctx.db.read.select({ returnedAt: mappingForms.returnedAt }).from(mappingForms).where(eq(mappingForms.campaignId, latest.id)) : [];
  const returned = forms.filter(({ returnedAt }) => returnedAt !== null).length;
  const proposals = await ctx.db.read.select({ state: reorganisations.state, commentsUntil: reorganisations.commentsUntil }).from(reorganisations).orderBy(reorganisations.createdAt);
  const approved = one(await ctx.db.read.select().from(reorganisations).where(isNotNull(reorganisations.approvedAt)).orderBy(reorganisations.approvedAt).limit(1));
  const mapped = latest !== undefined && (latest.closedAt !== null || (forms.length > 0 && returned === forms.length));
  // a proposal is made once everybody has had their say
  const proposed = proposals.some(({ state, commentsUntil }) => state === "approved" || (state === "open" && commentsUntil !== null && commentsUntil <= ctx.now));
  const running = approved?.approvedAt ? addMonths(approved.approvedAt, 12) <= ctx.now : false;
  const stage = (name: Stage["name"], done: boolean, before: boolean, from: number, to: number, progress: Stage["progress"] = null): Stage => ({ name, state: done ? "done" : before ? "now" : "ahead", from: start && addMonths(start, from), to: start && addMonths(start, to), progress });
  return [
    stage("mapping", mapped, true, 0, 6, latest ? { done: returned, of: forms.length } : null),
    stage("proposal", proposed, mapped, 6, 10),
    stage("outcome", approved !== undefined, proposed, 10, 12),
    stage("running", running, approved !== undefined, 12, 24),
  ];
}
