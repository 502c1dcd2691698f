// SPDX-License-Identifier: AGPL-3.0-or-later
/** A session under way: its agenda, and who is in the room, as rows; what is tried out is what happens from there. */
import { eq } from "drizzle-orm";
import { createDocument } from "~/documents/index.server";
import { newId } from "~db/id";
import { agendaItems, attendances, conflictDeclarations, meetings } from "~db/meetings/schema";
import type { Voice } from "~tests/harness";
import { drafted, type Stage, stage } from "./stage";

type Present = { voice: Voice; seatId: string | null; capacity?: "titular" | "deputy" | "observer"; arrivedAt?: Date; leftAt?: Date; extensionReason?: string };

/** Opens the session that the stage has drafted, with three points, the second of which has a document. */
export async function openSession(scene: Stage, at = scene.world.now) {
  const { db } = scene.world;
  const meetingId = await drafted(scene);
  const { id: documentId } = await createDocument(scene.coordinator.ctx, { title: "Linee di lavoro", template: "working_paper", table: scene.table });
  const items = [newId(), newId(), newId()] as [string, string, string];
  await db.tx(async (tx) => {
    await tx.update(meetings).set({ startsAt: at, endsAt: new Date(at.getTime() + 7_200_000), announcedAt: at, convenedAt: at, openedAt: at }).where(eq(meetings.id, meetingId));
    const titles = ["Comunicazioni", "Linee di lavoro dell'anno", "Chiusura di uno sportello"];
    for (const [i, id] of items.entries()) {
      await tx.insert(agendaItems).values({ id, meetingId, position: i + 1, title: titles[i] ?? "", minutes: 20, kind: i === 0 ? "information" : "decision", documentId: i === 1 ? documentId : null });
    }
  });
  /** Somebody comes in. */
  const arrives = ({ voice, seatId, capacity = "titular", arrivedAt = at, leftAt, extensionReason }: Present) =>
    db.tx((tx) =>
      tx.insert(attendances).values({ id: newId(), meetingId, seatId, personId: voice.personId, organisationId: voice.organisationId, capacity, arrivedAt, leftAt: leftAt ?? null, extensionReason: extensionReason ?? null, recordedByPersonId: scene.coordinator.personId }),
    );
  const declares = (voice: Voice, item: string) =>
    db.tx((tx) => tx.insert(conflictDeclarations).values({ id: newId(), meetingId, agendaItemId: item, organisationId: voice.organisationId, personId: voice.personId, interest: "Gestisce un servizio simile nello stesso quartiere", declaredAt: at }));
  return { meetingId, items, documentId, arrives, declares };
}

/** The session with the coordination and both members in the room, and the observer. */
export async function fullSession(more: Parameters<typeof stage>[0] = {}) {
  const scene = await stage(more);
  const session = await openSession(scene);
  const { coordinator, member, other, observer, seats } = scene;
  await session.arrives({ voice: coordinator, seatId: seats.coordination });
  await session.arrives({ voice: member, seatId: seats.one });
  await session.arrives({ voice: other, seatId: seats.two });
  await session.arrives({ voice: observer, seatId: seats.three, capacity: "observer" });
  return { ...scene, ...session };
}

/** Why something was refused; null when it was not. */
export const because = (promise: Promise<unknown>): Promise<string | null> => promise.then(() => null, (failure: { details?: { because: string } }) => failure.details?.because ?? String(failure));
