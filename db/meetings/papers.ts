// SPDX-License-Identifier: AGPL-3.0-or-later
import { int, table, text, uniqueIndex } from "../columns";
import { documents } from "../documents/schema";
import { agendaItems, agendaProposals } from "./schema";

/** What else is read for a point of the agenda, beside its first document: the one on which a decision can be put to the vote. */
export const agendaPapers = table(
  "agenda_papers",
  {
    agendaItemId: text("agenda_item_id").notNull().references(() => agendaItems.id),
    documentId: text("document_id").notNull().references(() => documents.id),
    position: int("position").notNull(),
  },
  (t) => [uniqueIndex("agenda_papers_document").on(t.agendaItemId, t.documentId)],
);

/** What a member asks to have read for a proposed point, beside its first document. */
export const proposalPapers = table(
  "proposal_papers",
  {
    proposalId: text("proposal_id").notNull().references(() => agendaProposals.id),
    documentId: text("document_id").notNull().references(() => documents.id),
    position: int("position").notNull(),
  },
  (t) => [uniqueIndex("proposal_papers_document").on(t.proposalId, t.documentId)],
);
