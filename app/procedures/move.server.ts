// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { procedures, procedureTransitions } from "~db/procedures/schema";
import { type Facts, missingFor, type ProcedureEvent, type State, stepOf } from "./machine";
import type { Dossier } from "./procedure-rows.server";

/** How each event is called in the register of acts. */
const acts: Record<ProcedureEvent, string> = {
  start: "procedure.started",
  draft_notice: "notice.drafted",
  publish: "notice.published",
  correct: "notice.corrected",
  extend: "term.extended",
  close: "term.closed",
  declare_deserted: "procedure.deserted",
  open_admissibility: "admissibility.opened",
  approve_admissions: "admissions.approved",
  revoke: "procedure.revoked",
};

type Passage = { event: ProcedureEvent; facts: Facts; data?: Record<string, unknown> };

/**
 * Moves a procedure along its machine inside the open transaction: writes the passage that the clock has already made,
 * asks the guards, changes the state, appends transition and act. Throws `conflict` with the first thing missing.
 */
export async function move(db: Db, ctx: Pick<Ctx, "actor" | "now">, dossier: Dossier, { event, facts, data = {} }: Passage): Promise<State> {
  await settle(db, ctx, dossier);
  const { procedure, state } = dossier;
  const [lack] = missingFor(procedure.kind, state, event, facts);
  if (lack) throw problem("conflict", { because: lack.because, values: lack.values });
  return write(db, ctx, { procedureId: procedure.id, kind: procedure.kind, from: state, event, reason: facts.reason, data });
}

/** Writes down that the term has passed, if it has and nobody did yet. The passage bears the instant of the term. */
export async function settle(db: Db, ctx: Pick<Ctx, "now">, { procedure, state }: Dossier): Promise<boolean> {
  if (procedure.state !== "published" || state !== "closed" || !procedure.closesAt) return false;
  await write(db, { actor: null, now: ctx.now }, { procedureId: procedure.id, kind: procedure.kind, from: "published", event: "close", reason: null, data: {}, at: procedure.closesAt });
  return true;
}

/** Writes one passage: the state of the procedure, the row of its history, the act in the register. */
export async function write(
  db: Db,
  ctx: Pick<Ctx, "actor" | "now">,
  passage: { procedureId: string; kind: Dossier["procedure"]["kind"]; from: State | null; event: ProcedureEvent; reason: string | null; data: Record<string, unknown>; at?: Date },
): Promise<State> {
  const { procedureId, kind, from, event, reason, data, at = ctx.now } = passage;
  const to = stepOf(kind, from, event)?.to;
  const next = !to || to === "same" ? (from ?? "initiated") : to;
  await db.update(procedures).set({ state: next }).where(eq(procedures.id, procedureId));
  await db.insert(procedureTransitions).values({
    id: newId(), procedureId, event, fromState: from, toState: next, at, affiliationId: ctx.actor?.affiliationId ?? null, reason: reason || null,
  });
  await record(db, ctx, { act: acts[event], subject: { kind: "procedure", id: procedureId }, data: { kind, from, to: next, ...data } });
  return next;
}
