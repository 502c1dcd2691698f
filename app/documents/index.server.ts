// SPDX-License-Identifier: AGPL-3.0-or-later
export { documentAccess, type DocumentRow, findDocument } from "./access.server";
export { admitToDocument } from "./admit.server";
export { changeVisibility } from "./change-visibility.server";
export { type DocumentContent, readDocumentContent } from "./content.server";
export { createDocument } from "./create-document.server";
export { endGrant } from "./end-grant.server";
export { grantAccess } from "./grant-access.server";
export { type ListedDocument, listDocuments, recentDocuments } from "./list-documents.server";
export { lockAware } from "./lock-aware.server";
export { lockDocument } from "./lock-document.server";
export { type NewDocumentInput, plantDocument } from "./plant-document.server";
export { changeState } from "./lifecycle/change-state.server";
export { keepAutomaticVersions, startAutomaticVersions } from "./versions/automatic-versions.server";
export { listVersions, readVersion } from "./versions/list-versions.server";
export { nameVersion } from "./versions/name-version.server";
export { readDocument } from "./read-document.server";
export { renameDocument } from "./rename-document.server";
export { unlockDocument } from "./unlock-document.server";
