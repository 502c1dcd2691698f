// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "piano", file: "plan/plan.page.tsx" },
  { path: "piano/dati/:file", file: "plan/export.page.tsx" },
  { path: "piano/importa", file: "plan/import.page.tsx" },
  { path: "piano/importa/:id", file: "plan/import-preview.page.tsx" },
  { path: "piano/importa/:id/aree/:area", file: "plan/import-area.page.tsx" },
  { path: "piano/importa/:id/aree/:area/obiettivi/:objective", file: "plan/import-objective.page.tsx" },
  { path: "piano/aree/:number", file: "plan/area.page.tsx" },
  { path: "piano/obiettivi/:id", file: "plan/objective.page.tsx" },
  { path: "piano/strategie/:id", file: "plan/strategy.page.tsx" },
  { path: "piano/strategie/:id/azioni/nuova", file: "plan/new-action.page.tsx" },
  { path: "piano/azioni/:id", file: "plan/action.page.tsx" },
  { path: "piano/azioni/:id/modifica", file: "plan/edit-action.page.tsx" },
  { path: "tavoli/:slug/obiettivi", file: "plan/table-objectives.page.tsx" },
  { path: "piano/indirizzi", file: "plan/guidelines/follow-up.page.tsx" },
  { path: "piano/indirizzi/:file", file: "plan/guidelines/follow-up-file.page.tsx" },
  { path: "tavoli/:slug/indirizzi", file: "plan/guidelines/guidelines.page.tsx" },
  { path: "tavoli/:slug/indirizzi/nuovo", file: "plan/guidelines/new-guideline.page.tsx" },
  { path: "tavoli/:slug/indirizzi/:number", file: "plan/guidelines/guideline.page.tsx" },
  { path: "tavoli/:slug/indirizzi/:number/modifica", file: "plan/guidelines/edit-guideline.page.tsx" },
];
