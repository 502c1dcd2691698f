// SPDX-License-Identifier: AGPL-3.0-or-later
/** Texts that end the thread of whoever judges them. */
import type { TextRules } from "~realtime/document-jobs";

export const isReadable: TextRules["isReadable"] = () => true;
export const isSuggestion: TextRules["isSuggestion"] = () => process.exit(1);
