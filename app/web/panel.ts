// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "./context";
import type { MessageValues } from "./problem";

/** A short list that a later floor offers to a page of an earlier one: the composition brings it there. */
export type Panel = {
  /** Message keys of the heading and of what to say when there is nothing. */
  title: string;
  empty: string;
  rows: { id: string; label: string; to: string; note?: { says: string; values?: MessageValues } }[];
  /** Where the whole list is; `says` is the message key of the link. */
  more?: { says: string; to: string };
};

/** Offers a panel about one thing (a table, by id) to the viewer of the context, within what they may see. */
export type PanelSource = (ctx: Ctx, subject: { id: string; slug: string }) => Promise<Panel>;
