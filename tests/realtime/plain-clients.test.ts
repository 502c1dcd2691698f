// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { WebsocketProvider as Version3 } from "y-websocket";
import { WebsocketProvider as Version1 } from "y-websocket-v1";
import { WebsocketProvider as Version2 } from "y-websocket-v2";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, openStage, stored } from "./stage";

const VERSIONS = [
  ["1.5.4", Version1 as unknown as typeof Version3],
  ["2.1.0", Version2 as unknown as typeof Version3],
  ["3.1.0", Version3],
] as const;

describe.each(VERSIONS)("an unmodified y-websocket %s client", (_version, Provider) => {
  test("writes together with another and both read the same", async () => {
    const stage = await openStage();
    const ada = join(stage, "ada", Provider);
    const bruno = join(stage, "bruno", Provider);
    await Promise.all([ada.synced(), bruno.synced()]);
    ada.text.insert(0, "Verbale");
    await bruno.reads("Verbale");
    bruno.text.insert(7, " del tavolo");
    await ada.reads("Verbale del tavolo");
    bruno.text.delete(0, 8);
    await ada.reads("del tavolo");
    await waitFor("the text on disk", async () => (await stored(stage)) === "del tavolo");
  });

  test("sees who else is there, under the name of their session", async () => {
    const stage = await openStage();
    const ada = join(stage, "ada", Provider);
    const bruno = join(stage, "bruno", Provider);
    ada.provider.awareness.setLocalStateField("user", { name: "Il Sindaco" });
    ada.provider.awareness.setLocalStateField("cursor", { anchor: 1, head: 1 });
    const seen = await waitFor("ada's caret", () => bruno.provider.awareness.getStates().get(ada.doc.clientID)?.cursor);
    expect(seen).toEqual({ anchor: 1, head: 1 });
    expect(bruno.provider.awareness.getStates().get(ada.doc.clientID)?.user).toMatchObject({ name: "Referente ada" });
    ada.provider.disconnect();
    await waitFor("ada gone", () => !bruno.provider.awareness.getStates().has(ada.doc.clientID));
  });

  test("comes back by itself with what it wrote meanwhile, and is visible at once", async () => {
    const stage = await openStage();
    const ada = join(stage, "ada", Provider);
    const bruno = join(stage, "bruno", Provider);
    await Promise.all([ada.synced(), bruno.synced()]);
    ada.text.insert(0, "uno");
    await bruno.reads("uno");
    ada.provider.ws?.close();
    ada.text.insert(3, " due");
    bruno.text.insert(0, "zero ");
    await ada.reads("zero uno due");
    await bruno.reads("zero uno due");
    await waitFor("ada visible again", () => bruno.provider.awareness.getStates().has(ada.doc.clientID), 3000);
  });

  test("is kept from reconnecting for want of signs of life", async () => {
    const stage = await openStage({ timing: { keepalive: 50 } });
    const ada = join(stage, "ada", Provider);
    await ada.synced();
    const before = ada.provider.wsLastMessageReceived;
    await waitFor("a sign of life", () => ada.provider.wsLastMessageReceived > before);
    const raw = await connect(stage, "bruno");
    expect(await raw.hears("presence", ({ entries }) => entries.length === 0)).toBeTruthy();
  });
});
