// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a document starts from. `blocks` is content handed over by another domain. */
export const templates = ["minutes", "working_paper", "proposal", "notice", "project", "report", "agreement", "blocks"] as const;
export type Template = (typeof templates)[number];

/** Those a person chooses from when they begin a document at a table. */
export const offeredTemplates = ["working_paper", "minutes", "proposal", "notice", "project", "report", "agreement"] as const satisfies readonly Template[];

export const visibilities = ["table", "public"] as const;
export type Visibility = (typeof visibilities)[number];

export const documentStates = ["draft", "consultation", "approved", "superseded"] as const;
export type DocumentState = (typeof documentStates)[number];

/** Grows when the text schema changes in a way that older editors would damage. */
export const SCHEMA_VERSION = 3;

export const MAX_TITLE = 200;
