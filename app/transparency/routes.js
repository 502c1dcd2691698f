// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "/", file: "transparency/home.page.tsx" },
  { path: "registro", file: "transparency/journal.page.tsx" },
  { path: "api/v1/stato", file: "transparency/api/status.page.tsx" },
  { path: "api/v1/openapi.json", file: "transparency/api/openapi.page.tsx" },
  { path: "api/v1/registro", file: "transparency/api/journal.page.tsx" },
  { path: "api/v1/*", file: "transparency/api/unknown.page.tsx" },
];
