// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { findMeeting, listMeetings, planMeeting } from "~/meetings/index.server";
import { days, drafted, said, stage } from "./stage";

describe("a meeting that is being prepared", () => {
  test("is a draft that only its convenors and administrators know of", async () => {
    const scene = await stage();
    const id = await drafted(scene);
    expect(await findMeeting(scene.coordinator.ctx, id)).toMatchObject({ convenor: true, inside: true, meeting: { convenedAt: null, place: "Sala riunioni" } });
    const administrator = await scene.world.administrator();
    expect(await findMeeting(administrator.ctx, id)).toMatchObject({ convenor: false, inside: true });
    for (const ctx of [scene.member.ctx, scene.observer.ctx, scene.stranger.ctx, scene.world.nobody]) {
      await expect(findMeeting(ctx, id)).rejects.toMatchObject({ kind: "missing" });
      expect(await listMeetings(ctx, { tableIds: [scene.table.id] })).toEqual([]);
    }
  });

  test("is drafted by the coordination and by nobody else, in the future, with a place unless it is remote", async () => {
    const scene = await stage();
    const later = said(days(scene.world.now, 20));
    for (const { ctx } of [scene.member, scene.observer, scene.stranger, await scene.world.administrator()]) {
      await expect(planMeeting(ctx, scene.table.slug, later)).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(planMeeting(scene.world.nobody, scene.table.slug, later)).rejects.toMatchObject({ kind: "unauthenticated" });
    await expect(planMeeting(scene.coordinator.ctx, scene.table.slug, said(days(scene.world.now, -1)))).rejects.toMatchObject({ details: { fields: { startsAt: "meetings.when.past" } } });
    await expect(planMeeting(scene.coordinator.ctx, scene.table.slug, { ...later, place: " " })).rejects.toMatchObject({ details: { fields: { place: "meetings.place.needed" } } });
    await expect(planMeeting(scene.coordinator.ctx, scene.table.slug, { ...later, mode: "remote", place: "", link: "http://sala.example" })).rejects.toMatchObject({ details: { fields: { link: "meetings.link.wrong" } } });
  });
});
