// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

/** What a point of the agenda is there for. "minutes": the previous minutes; "commitments": those taken before. */
export const agendaKinds = ["information", "discussion", "decision", "minutes", "commitments"] as const;
export type AgendaKind = (typeof agendaKinds)[number];

const optional = (most: number) => z.string().trim().max(most, "web.field.tooLong").optional().transform((text) => text || null);
const title = z.string().trim().min(3, "meetings.agenda.titleNeeded").max(200, "web.field.tooLong");
const minutes = z.coerce.number("meetings.agenda.minutesWrong").int("meetings.agenda.minutesWrong").min(1, "meetings.agenda.minutesWrong").max(300, "meetings.agenda.minutesWrong");

/** Documents that go with a point beside the first one. */
const moreDocumentIds = z.array(z.string().max(60)).default([]).transform((ids) => [...new Set(ids.filter((id) => id !== ""))]);

/** A point of the agenda as the convenor writes it. */
export const AgendaInput = z.object({
  title,
  text: optional(2000),
  minutes,
  kind: z.enum(agendaKinds, { message: "meetings.agenda.kindNeeded" }),
  documentId: optional(60),
  moreDocumentIds,
});

/** Lines that the form offers for further documents. */
export const MORE_DOCUMENTS = 3;

/** A point that a member asks for. */
export const ProposalInput = z.object({
  title,
  text: z.string().trim().min(10, "meetings.agenda.textNeeded").max(2000, "web.field.tooLong"),
  minutes,
  documentId: optional(60),
  moreDocumentIds,
});

export const AnswerInput = z
  .object({
    outcome: z.enum(["accepted", "declined"], { message: "meetings.agenda.outcomeNeeded" }),
    kind: z.enum(agendaKinds).default("discussion"),
    reason: optional(1000),
  })
  .refine(({ outcome, reason }) => outcome === "accepted" || (reason !== null && reason.length >= 5), { path: ["reason"], message: "meetings.agenda.reasonNeeded" });

/** Something that would be worth a point: an item received, a document with open suggestions, a commitment overdue, an action that stands still. */
export type Suggestion = {
  /** "item", "document", "commitment", "action"… with `id` it names the thing once. */
  kind: string;
  id: string;
  /** Title that the point would have. */
  title: string;
  /** Why it is suggested: a message key and its values. */
  says: string;
  values?: Record<string, string | number>;
  to: string;
  agendaKind: AgendaKind;
  minutes: number;
  documentId?: string | null;
  itemId?: string | null;
  proposerOrganisationId?: string | null;
};

/** Minutes that the points take together, and whether they fit the meeting. */
export function lengthOf(items: readonly { minutes: number }[], available: number): { total: number; fits: boolean } {
  const total = items.reduce((sum, item) => sum + item.minutes, 0);
  return { total, fits: total <= available };
}

/** Where the point goes that an agenda opens with: the minutes of the session before first, the commitments after them; any other stays where it is. */
export function inUsualPlace<T extends { id: string; kind: string }>(items: readonly T[], id: string): T[] {
  const point = items.find((item) => item.id === id);
  const others = items.filter((item) => item.id !== id);
  if (point?.kind === "minutes") return [point, ...others];
  if (point?.kind !== "commitments") return [...items];
  const after = others.findIndex(({ kind }) => kind === "minutes") + 1;
  return [...others.slice(0, after), point, ...others.slice(after)];
}

/** The order after a point has gone one place up or down; the same order at the ends. */
export function moved<T>(items: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by;
  const order = [...items];
  if (index < 0 || index >= order.length || to < 0 || to >= order.length) return order;
  [order[index], order[to]] = [order[to] as T, order[index] as T];
  return order;
}
