// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from "~/web/i18n";
import { formatShortDate } from "~/web/time";

/** A document that a session had before it. What was sealed only afterwards was examined as a draft, and has both days. */
export type Examined = {
  documentId: string;
  title: string;
  position: number;
  /** Whether everybody may open it. */
  open: boolean;
  /** A name that says nothing of it, with a reference. */
  neutral: string;
  /** Of the sealed record. */
  sha256: string | null;
  sealedAt: Date | null;
  /** The day of the session, where it was examined as a draft. */
  draftOf: Date | null;
};

/** How minutes name a document: they are sealed once for all readers, and may be published whole, so a title stays out unless everybody may open the document. */
export const nameInMinutes = ({ open, title, neutral }: Examined): string => (open ? `«${title}»` : neutral);

/** How a document stood before the session: its fingerprint where it is sealed, otherwise that it was a draft, and when. */
export function howExamined(say: (key: string, values?: Record<string, string>) => string, locale: Locale, { sha256, sealedAt, draftOf }: Examined): string {
  const day = (at: Date | null) => (at ? formatShortDate(at, locale) : "");
  const form = draftOf === null ? "sealed" : sha256 === null ? "draft" : "draftThenSealed";
  return say(`meetings.minutes.examined.${form}`, { sealed: day(sealedAt), draft: day(draftOf), sha256: sha256 ?? "" });
}
