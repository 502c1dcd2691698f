// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who may do what with a document, and why not. Pages, lists and sockets ask here; nothing is decided elsewhere. */
import { type Actor, can } from "~/identity";
import type { Standing } from "~/tables/index.server";
import { allow, type Decision, no, yes } from "~/web/policy";
import type { DocumentState } from "./document";
import { takesWriting } from "./lifecycle/states";

/** What the rules need to know of a document. */
export type Guarded = {
  scopeKind: "table" | "organisations";
  visibility: "table" | "public";
  state: DocumentState;
  lockedAt: Date | null;
  lockedReason: string | null;
  /** Another domain takes the steps of its life; why it cannot be done here. */
  governedBy?: string | null;
  closedAt: Date | null;
};

/** Where the actor stands towards the document at the instant of the question. */
export type Position = {
  /** At the document's table; null when the body spoken for has no seat in force, or there is no table. */
  standing: Pick<Standing, "role" | "mandate"> | null;
  /** Given by name to the body spoken for, in force now. */
  grant: "read" | "suggest" | "write" | null;
  /** The document is in consultation still, but its term has passed. */
  termPassed?: boolean;
};

/** `because` says why it is not more than this (a message key). */
export type Access = { access: "none" | "read" | "suggest"; because: string } | { access: "write" };

/** The access of an actor, or of nobody, to a document. The one rule behind the page, the API and the socket. */
export function accessTo(actor: Actor | null, document: Guarded, position: Position): Access {
  const own = accessByPosition(actor, document, position);
  if (own.access === "none") {
    return document.visibility === "public" ? { access: "read", because: actor ? "documents.access.publicOnly" : "documents.access.signIn" } : own;
  }
  if (own.access === "read") return own;
  if (document.closedAt) return { access: "read", because: "documents.access.closed" };
  if (!takesWriting(document)) return { access: "read", because: `documents.access.${document.state}` };
  if (document.lockedAt) return { access: "read", because: document.lockedReason ?? "documents.access.locked" };
  return own;
}

function accessByPosition(actor: Actor | null, document: Guarded, { standing, grant, termPassed = false }: Position): Access {
  const nothing = { access: "none", because: "documents.access.none" } as const;
  if (!actor?.organisationId) return nothing;
  if (document.scopeKind === "organisations") {
    if (!grant) return nothing;
    if (grant === "read" && document.state !== "consultation") return { access: "read", because: "documents.access.readGrant" };
    if (!can(actor, "write")) return { access: "read", because: "documents.access.noWritePower" };
    if (grant === "write") return { access: "write" };
    if (termPassed) return { access: "read", because: "documents.access.termPassed" };
    return { access: "suggest", because: grant === "suggest" ? "documents.access.suggestGrant" : "documents.access.consultation" };
  }
  if (!standing) return nothing;
  if (standing.mandate === "ended") return { access: "read", because: "documents.access.mandateEnded" };
  if (standing.mandate === "none") return { access: "read", because: "documents.access.noMandate" };
  const leads = standing.role === "coordinator" || standing.role === "secretary";
  if (document.state !== "consultation" || leads) return standing.role === "observer" ? { access: "read", because: "documents.access.observer" } : { access: "write" };
  // in consultation the text stands still: who leads the table answers, the others propose, observers too
  return termPassed ? { access: "read", because: "documents.access.termPassed" } : { access: "suggest", because: "documents.access.consultation" };
}

/** Whether the page exists for the actor at all. */
export const mayRead = (actor: Actor | null, document: Guarded, position: Position): Decision => {
  const found = accessTo(actor, document, position);
  return found.access === "none" ? no(found.because) : yes();
};

/**
 * To follow the text live, where those who write are seen by name: whoever comes near by seat or by grant. For all others
 * a public text is the one on its page.
 */
export const mayFollow = allow((actor, document: Guarded, position: Position) => {
  const found = accessByPosition(actor, document, position);
  return found.access === "none" ? no(found.because) : yes();
});

export const mayWrite = allow((actor, document: Guarded, position: Position) => {
  const found = accessTo(actor, document, position);
  return found.access === "write" ? yes() : no(found.because);
});

/** Attachments go with the text: whoever writes it adds them. */
export const mayAttach = mayWrite;

/** An attachment is taken back by the body that brought it, while it may write, or by who leads the table. */
export const mayWithdraw = allow((actor, document: Guarded, position: Position, file: { organisationId: string | null }) => {
  const write = mayWrite(actor, document, position);
  if (!write.ok) return write;
  if (file.organisationId !== null && file.organisationId === actor?.organisationId) return write;
  return leadsTable(position).ok ? yes() : no("documents.attachments.notYours");
});

/** To propose changes of the text: whoever may only propose, and whoever may write. */
export const maySuggest = allow((actor, document: Guarded, position: Position) => {
  const found = accessTo(actor, document, position);
  return found.access === "write" || found.access === "suggest" ? yes() : no(found.because);
});

/** Title: whoever may write the text. */
export const mayRename = mayWrite;

/** Locking stops one's own writing too; unlocking is asked of who could write were it not locked. */
export const mayLock = allow((actor, document: Guarded, position: Position) =>
  mayWrite(actor, { ...document, lockedAt: null }, position),
);

/** To begin a document at a table one must be able to write there. */
export const mayCreate = allow((actor, standing: Position["standing"]) => {
  const found = accessTo(actor, { scopeKind: "table", visibility: "table", state: "draft", lockedAt: null, lockedReason: null, closedAt: null }, { standing, grant: null });
  if (found.access === "write") return yes();
  return no(found.access === "none" ? "documents.access.notAtTable" : found.because);
});

/** Versions, comparisons and who wrote what are shown to whoever comes near by seat or by grant: earlier texts may hold what was taken out on purpose. */
export const maySeeHistory = mayFollow;

/** To keep the text of now as a version, or to bring an earlier one back, one must be able to write it. */
export const mayKeepVersions = mayWrite;

/** The steps of a document's life (consultation, approval) belong to who leads its table; outside tables, to who writes it. */
export const mayGovern = allow((actor, document: Guarded, position: Position) =>
  document.governedBy ? no(document.governedBy) :
  document.scopeKind === "table" ? leadsTable(position) : mayWrite(actor, { ...document, state: "draft", lockedAt: null }, position),
);

/** What the city sees is decided by who leads the table; outside tables nobody makes a text public by hand. */
export const mayPublish = allow((_actor, position: Pick<Position, "standing">) => leadsTable(position));

function leadsTable({ standing }: Pick<Position, "standing">): Decision {
  const speaks = standing?.mandate === "titular" || standing?.mandate === "deputy";
  const leads = standing?.role === "coordinator" || standing?.role === "secretary";
  return speaks && leads ? yes() : no("documents.access.publishLeads");
}
