// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { findDocument } from "../access.server";
import { mayFollow } from "../policy";
import { type Contribution, contributionsIn } from "./read-contributions.server";

/** A document that the actor comes near, where they stand, and all contributed to it; `missing` for anybody else. */
export async function findContributions(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string) {
  const found = await findDocument(ctx, documentId);
  if (!mayFollow(ctx.actor, found.document, found.position).ok) throw problem("missing");
  return { ...found, contributions: await contributionsIn(ctx.db.read, { documentIds: [documentId] }) };
}

/** One of them, within the same limits. */
export async function findContribution(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string, kind: Contribution["kind"], id: string) {
  const { contributions, ...found } = await findContributions(ctx, documentId);
  const contribution = contributions.find((each) => each.kind === kind && each.id === id);
  if (!contribution) throw problem("missing");
  return { ...found, contribution };
}
