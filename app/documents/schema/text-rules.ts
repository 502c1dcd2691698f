// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the realtime server's document thread must know of our texts; loaded there by its path. */
import { Node } from "@tiptap/pm/model";
import type { TextRules } from "~realtime/index.server";
import { textSchema } from "./extensions";
import { readText } from "./shared-text";
import { onlySuggests } from "./suggested/compare";

let schema: ReturnType<typeof textSchema> | undefined;

export const isReadable: TextRules["isReadable"] = (state) => {
  schema ??= textSchema();
  try {
    Node.fromJSON(schema, readText([state]));
    return true;
  } catch {
    return false;
  }
};

export const isSuggestion: TextRules["isSuggestion"] = (before, after, { personId, organisationId }) =>
  organisationId !== null && isReadable(after) && onlySuggests(readText([before]), readText([after]), { person: personId, organisation: organisationId });
