// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

export const MAX_COMMENT = 4000;
/** More words than this are not a place but a part of the text. */
export const MAX_QUOTE = 1000;

export const CommentText = z
  .string({ error: "contributions.comment.missing" })
  .trim()
  .min(1, { error: "contributions.comment.missing" })
  .max(MAX_COMMENT, { error: "contributions.comment.tooLong" });

const around = z.string().max(64).default("");

/** What the editor says of the words chosen. */
const Chosen = z.object({
  quote: z.string().min(1).max(MAX_QUOTE),
  before: around,
  after: around,
  blockId: z.string().max(64).nullable().default(null),
  offset: z.coerce.number().int().min(0).default(0),
});

/** The form with which a talk begins: words chosen in the editor, or a paragraph chosen from a list by its number. */
export const OpenThread = z.object({
  text: CommentText,
  place: z.string({ error: "contributions.comment.choose" }).min(1, { error: "contributions.comment.choose" }).transform((place, issue) => {
    if (/^\d{1,6}$/.test(place)) return { paragraph: Number(place) };
    const chosen = Chosen.safeParse(fromJson(place));
    if (chosen.success) return chosen.data;
    issue.addIssue({ code: "custom", message: chosen.error.issues.some(({ path, code }) => path[0] === "quote" && code === "too_big") ? "contributions.comment.longQuote" : "contributions.comment.choose" });
    return z.NEVER;
  }),
});
export type OpenThreadInput = z.output<typeof OpenThread>;

export const Reply = z.object({ threadId: z.string(), text: CommentText });
export const OfThread = z.object({ threadId: z.string() });
export const EditComment = z.object({ commentId: z.string(), text: CommentText });
export const OfComment = z.object({ commentId: z.string() });

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
