// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { beginCorrection, enforceWholeSeal } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentCorrections } from "~db/documents/seals";
import { newId } from "~db/id";
import { minutes } from "~db/meetings/minutes";
import { recordOf } from "./circulate-minutes.server";
import { findMinutes, minutesOfMeeting } from "./find-minutes.server";
import { GOVERNOR, ReasonInput } from "./minutes";
import { correct as mayCorrect } from "./policy";

/**
 * Begins a verbale di rettifica: minutes of their own that start from the sealed words and cite their fingerprint. They go the whole way again;
 * when they are sealed the others are superseded, and stay readable.
 */
export async function correctMinutes(ctx: Ctx, minutesId: string, form: FormData | z.input<typeof ReasonInput>): Promise<{ minutesId: string; documentId: string }> {
  const actor = signedIn(ctx);
  const { reason } = parse(ReasonInput, form);
  const sealed = await findMinutes(ctx, minutesId);
  enforce(mayCorrect(actor, sealed.table, sealed.standing, sealed.minutes));
  await enforceWholeSeal(ctx, sealed.minutes.documentId);
  return ctx.db.tx(async (db) => {
    const found = await findMinutes(ctx, minutesId, db);
    enforce(mayCorrect(actor, found.table, found.standing, found.minutes));
    if ((await minutesOfMeeting(db, found.meeting.id))?.id !== minutesId) throw problem("conflict", { because: "meetings.minutes.correctedAlready" });
    const { id: documentId } = await beginCorrection(ctx, { documentId: found.minutes.documentId, reason, governor: GOVERNOR });
    const corrects = one(await db.select().from(documentCorrections).where(eq(documentCorrections.documentId, documentId)));
    const correction = { id: newId(), meetingId: found.meeting.id, documentId, correctsId: minutesId, correctsSha256: corrects?.recordSha256 ?? null, correctionReason: reason, begunAt: ctx.now, begunByPersonId: actor.personId, begunByOrganisationId: actor.organisationId, writtenBlockIds: [] };
    await db.insert(minutes).values(correction);
    await recordOf(ctx, db, found, "minutes.correctionBegun", { correctionId: correction.id, recordSha256: correction.correctsSha256 });
    return { minutesId: correction.id, documentId };
  });
}
