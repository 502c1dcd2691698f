// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { openThread, resolveThread } from "~/documents/index.server";
import { readDocumentContent } from "~/documents/content.server";
import { requireClosedComments } from "~/documents/lifecycle/require-closed-comments.server";
import { obstacles } from "~/documents/sealing/obstacles.server";
import { tableWithText } from "./scene";

test("an open comment stands before the approval only where the document was set to wait for it", async () => {
  const { lead, member, documentId } = await tableWithText([{ type: "paragraph", text: "Tre sportelli nei Municipi." }], "blocks");
  const { id: threadId } = await openThread(member.ctx, { documentId, place: { quote: "Tre sportelli", before: "", after: "", blockId: null, offset: 0 }, text: "Bastano?" });
  const standing = async () => {
    const { json } = await readDocumentContent(lead.ctx, documentId);
    return (await obstacles(lead.ctx, documentId, json)).map(({ id, says }) => [id, says]);
  };
  expect(await standing()).toEqual([]);
  await expect(requireClosedComments(member.ctx, { documentId, required: true })).rejects.toMatchObject({ kind: "forbidden" });
  await requireClosedComments(lead.ctx, { documentId, required: true });
  expect(await standing()).toEqual([[threadId, "sealing.obstacle.comment"]]);
  await resolveThread(lead.ctx, { documentId, threadId });
  expect(await standing()).toEqual([]);
  await requireClosedComments(lead.ctx, { documentId, required: false });
});
