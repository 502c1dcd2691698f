// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "/", file: "transparency/home.page.tsx" },
  { path: "registro", file: "transparency/journal.page.tsx" },
  { path: "api/v1/stato", file: "transparency/api/status.page.tsx" },
  { path: "api/v1/openapi.json", file: "transparency/api/openapi.page.tsx" },
  { path: "api/v1/registro", file: "transparency/api/journal.page.tsx" },
  { path: "api/v1/tavoli", file: "transparency/api/tables.page.tsx" },
  { path: "api/v1/tavoli/:slug", file: "transparency/api/table.page.tsx" },
  { path: "api/v1/enti", file: "transparency/api/organisations.page.tsx" },
  { path: "api/v1/enti/:slug", file: "transparency/api/organisation.page.tsx" },
  { path: "api/v1/piano", file: "transparency/api/plan.page.tsx" },
  { path: "api/v1/indirizzi", file: "transparency/api/guidelines.page.tsx" },
  { path: "api/v1/procedimenti", file: "transparency/api/procedures.page.tsx" },
  { path: "api/v1/*", file: "transparency/api/unknown.page.tsx" },
];
