// SPDX-License-Identifier: AGPL-3.0-or-later
/** Addresses of documenti. The new document has its own address below its table. */
export default [
  { path: "documenti", file: "documents/documents.page.tsx" },
  { path: "documenti/:id", file: "documents/document.page.tsx" },
  { path: "documenti/:id/stato", file: "documents/lifecycle/state.page.tsx" },
  { path: "documenti/:id/allegati", file: "documents/attachments/attachments.page.tsx" },
  { path: "documenti/:id/allegati/:file", file: "documents/attachments/file.page.ts" },
  { path: "documenti/:id/immagini", file: "documents/attachments/pictures.page.ts" },
  { path: "documenti/:id/immagini/:sha256", file: "documents/attachments/picture.page.ts" },
  { path: "documenti/:id/menzioni", file: "documents/writing/mentions.page.ts" },
  { path: "documenti/:id/versioni", file: "documents/versions/versions.page.tsx" },
  { path: "documenti/:id/versioni/:number", file: "documents/versions/version.page.tsx" },
  { path: "tavoli/:slug/documenti", file: "documents/table-documents.page.tsx" },
  { path: "tavoli/:slug/documenti/nuovo", file: "documents/new-document.page.tsx" },
];
