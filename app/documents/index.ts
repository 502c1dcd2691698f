// SPDX-License-Identifier: AGPL-3.0-or-later
export { type DocumentState, documentStates, type Template, templates, type Visibility } from "./document";
export { OwnCopies, UnsentHere } from "./live/own-copies";
export { DocumentList } from "./parts/document-list";
export { DocumentText } from "./parts/document-text";
export { documentStyles } from "./parts/styles";
export { type Block, documentOf } from "./schema/blocks";
export { newBlockId, withBlockIds } from "./schema/block-id";
export { missingHeadings } from "./schema/missing-headings";
export { anchorOf, footnotesOf, outlineOf, withoutGuidance } from "./schema/outline";
export { Parts as ChangedWords } from "./versions/comparison/parts";
export { type Part as ChangedPart, wordChanges } from "./versions/comparison/word-changes";
