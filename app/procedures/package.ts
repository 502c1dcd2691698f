// SPDX-License-Identifier: AGPL-3.0-or-later
import canonicalize from "canonicalize";
import type { Budget } from "./budget";
import type { Kind } from "./machine";

type Body = { id: string; name: string; fiscalCode: string | null };

/** Everything that is sent with an application. Plain JSON; money in cents, shares in hundredths of a percent, instants ISO in UTC. */
export type ApplicationPackage = {
  format: "concerto-application/1";
  number: string;
  receivedAt: string;
  procedure: { id: string; code: string; kind: Kind; title: string; noticeVersion: number; closesAt: string };
  application: { id: string; title: string; lead: Body; submittedBy: { affiliationId: string; capacity: string; role: string | null } };
  partners: { partnerId: string; body: Body; role: "lead" | "partner"; share: number | null; declaration: string; confirmedAt: string; confirmedBy: string }[];
  budget: Budget | null;
  project: { documentId: string; content: unknown; writtenBy: { organisationId: string; name: string }[] };
};

/** What the lead takes home. It names the package by its fingerprint and says nothing of its content. */
export type Receipt = {
  format: "concerto-receipt/1";
  number: string;
  receivedAt: string;
  procedure: { id: string; code: string; title: string };
  application: { id: string; title: string };
  lead: Body;
  packageSha256: string;
};

/** The bytes that are kept and fingerprinted: canonical JSON (RFC 8785) in UTF-8, so that any implementation gets the same. */
export function canonicalText(content: ApplicationPackage | Receipt): string {
  const text = canonicalize(content as never);
  if (text === undefined) throw new Error("A package must be plain JSON");
  return text;
}

/** "2026-000123". */
export function receiptNumber(year: number, sequence: number): string {
  return `${year}-${String(sequence).padStart(6, "0")}`;
}
