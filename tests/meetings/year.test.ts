// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, expect, test } from "vitest";
import { closePress } from "~/documents/export/press.server";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { closeSession, openSession } from "~/meetings/attendance/session.server";
import { commitmentsForAgenda } from "~/meetings/index.server";
import { gridOf } from "~/meetings/grid/grid.server";
import { answerAmendment, proposeAmendment } from "~/meetings/minutes/amendments.server";
import { approveMinutes, sealMinutes } from "~/meetings/minutes/approve-minutes.server";
import { beginMinutes } from "~/meetings/minutes/begin-minutes.server";
import { circulateMinutes } from "~/meetings/minutes/circulate-minutes.server";
import { publishedMinutes, publishMinutes } from "~/meetings/minutes/publish-minutes.server";
import { moveItem, raiseItem } from "~/tables/items/move-item.server";
import { beginProposal } from "~/tables/reorganisation/proposals.server";
import { minutes } from "~db/meetings/minutes";
import { paperHouse, textsOf } from "./cycle";
import { yearOfATable } from "./year-stage";

afterAll(closePress);

test("a year of a table: constituted, seated, met four times with sealed minutes, an item sent up, a proposal to put the tables in order", async () => {
  const { db, table, policy, lead, first, fourth, fifth, today } = await yearOfATable();
  const hub = textsOf(db, today);
  expect((await commitmentsForAgenda(lead.ctx, table.id)).map(({ what, overdue }) => [what, overdue])).toEqual([["Censire il quartiere 1", true], ["Censire il quartiere 2", true], ["Censire il quartiere 3", true]]);
  await arriveAt(lead.ctx, fourth, {});
  await openSession(lead.ctx, fourth, {});
  const { minutesId } = await beginMinutes(lead.ctx, fourth);
  await closeSession(lead.ctx, fourth);
  await circulateMinutes(lead.ctx, hub, minutesId);
  const { amendmentId } = await proposeAmendment(first.ctx, minutesId, { text: "La cooperativa mette a disposizione due operatori.", reason: "Lo abbiamo detto in seduta." });
  await answerAmendment(lead.ctx, minutesId, { amendmentId, outcome: "accepted" });
  await approveMinutes(lead.ctx, minutesId, { meetingId: fifth });
  await sealMinutes(lead.ctx, hub, minutesId, paperHouse);
  await publishMinutes(lead.ctx, minutesId, { publication: "extract", reason: "Interessa a chi cerca casa.", reviewed: true });
  expect(await publishedMinutes(first.ctx, table.id)).toHaveLength(1);

  const { itemId } = await raiseItem(first.ctx, table.slug, { title: "Regole comuni per gli sportelli", text: "Ogni Municipio ha orari e documenti diversi." });
  await moveItem(lead.ctx, itemId, { step: "forward", tableId: policy.id, reason: "Riguarda tutta la città." });
  const proposal = new FormData();
  proposal.set("title", "Una sola cabina per la casa");
  proposal.set("reason", "I due tavoli leggono gli stessi dati e convocano gli stessi enti.");
  await beginProposal(lead.ctx, proposal);

  const kept = await db.read.select({ sealedAt: minutes.sealedAt, approval: minutes.approval }).from(minutes);
  expect(kept.every(({ sealedAt }) => sealedAt !== null)).toBe(true);
  expect(kept.map(({ approval }) => approval).sort()).toEqual(["express", "tacit", "tacit", "tacit"]);
  const [row] = (await gridOf(lead.ctx, { from: new Date(today.getTime() - 364 * 86_400_000), to: new Date(today.getTime() + 1) })).filter(({ table: of }) => of.id === table.id);
  expect(row).toMatchObject({ invited: 3, planned: 5, held: 5, averageInvited: 3, averagePresent: 2.8 });
  const acts = (await listEntries(lead.ctx, { limit: 400 })).map(({ act }) => act);
  for (const act of ["table.created", "seat.granted", "meeting.convened", "meeting.opened", "decision.closed", "commitment.taken", "minutes.sealed", "minutes.published", "item.forwarded"]) expect(acts).toContain(act);
  expect(await verifyJournal(db.read)).toMatchObject({ ok: true });
}, 120_000);
