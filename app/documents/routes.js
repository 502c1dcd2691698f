// SPDX-License-Identifier: AGPL-3.0-or-later
/** Addresses of documenti. The new document has its own address below its table. */
export default [
  { path: "documenti", file: "documents/documents.page.tsx" },
  { path: "documenti/:id", file: "documents/document.page.tsx" },
  { path: "documenti/:id/commenti", file: "documents/contributions/comments/comments.page.tsx" },
  { path: "documenti/:id/stato", file: "documents/lifecycle/state.page.tsx" },
  { path: "documenti/:id/allegati", file: "documents/attachments/attachments.page.tsx" },
  { path: "documenti/:id/allegati/:file", file: "documents/attachments/file.page.tsx" },
  { path: "documenti/:id/immagini", file: "documents/attachments/pictures.page.tsx" },
  { path: "documenti/:id/immagini/:sha256", file: "documents/attachments/picture.page.tsx" },
  { path: "documenti/:id/menzioni", file: "documents/writing/mentions.page.tsx" },
  { path: "documenti/:id/versioni", file: "documents/versions/versions.page.tsx" },
  { path: "documenti/:id/versioni/:number", file: "documents/versions/version.page.tsx" },
  { path: "documenti/:id/approva", file: "documents/sealing/approve.page.tsx" },
  { path: "documenti/:id/sigillo", file: "documents/sealing/seal.page.tsx" },
  { path: "documenti/:id/sigillo/:file", file: "documents/sealing/sealed-file.page.tsx" },
  { path: "documenti/:id/esporta", file: "documents/export/export.page.tsx" },
  { path: "documenti/lavorazioni/:job", file: "documents/jobs/job.page.tsx" },
  { path: "documenti/lavorazioni/:job/file", file: "documents/jobs/job-file.page.tsx" },
  { path: "tavoli/:slug/documenti", file: "documents/table-documents.page.tsx" },
  { path: "tavoli/:slug/documenti/importa", file: "documents/import/import.page.tsx" },
  { path: "tavoli/:slug/documenti/nuovo", file: "documents/new-document.page.tsx" },
];
