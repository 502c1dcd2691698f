// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "procedimenti", file: "procedures/procedures.page.tsx" },
  { path: "procedimenti/nuovo", file: "procedures/new-procedure.page.tsx" },
  { path: "procedimenti/:id", file: "procedures/procedure.page.tsx" },
  { path: "procedimenti/:id/avviso", file: "procedures/notice.page.tsx" },
  { path: "procedimenti/:id/versioni/:version", file: "procedures/notice-version.page.tsx" },
  { path: "procedimenti/:id/rettifica", file: "procedures/correct-notice.page.tsx" },
  { path: "procedimenti/:id/proroga", file: "procedures/extend-notice.page.tsx" },
  { path: "procedimenti/:id/candidature", file: "procedures/received.page.tsx" },
  { path: "candidature/:id", file: "procedures/partners.page.tsx" },
  { path: "candidature/:id/scheda", file: "procedures/project.page.tsx" },
  { path: "candidature/:id/piano-economico", file: "procedures/budget.page.tsx" },
  { path: "candidature/:id/dichiarazioni", file: "procedures/declarations.page.tsx" },
  { path: "candidature/:id/riepilogo", file: "procedures/summary.page.tsx" },
  { path: "candidature/:id/esame", file: "procedures/examine.page.tsx" },
  { path: "candidature/:id/fascicolo.json", file: "procedures/package-file.page.tsx" },
  { path: "api/v1/candidature/:id", file: "procedures/application-api.page.tsx" },
  { path: "ricevute/:number", file: "procedures/receipt.page.tsx" },
  { path: "ricevute/:number/:file", file: "procedures/receipt-file.page.tsx" },
  { path: "verifica", file: "procedures/verify.page.tsx" },
];
