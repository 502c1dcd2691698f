// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "laboratori", file: "meetings/workshops/workshops.page.tsx" },
  { path: "laboratori/nuovo", file: "meetings/workshops/new-workshop.page.tsx" },
  { path: "laboratori/temi", file: "meetings/workshops/themes.page.tsx" },
  { path: "laboratori/quadro", file: "meetings/workshops/figures.page.tsx" },
  { path: "laboratori/iscrizioni/:secret", file: "meetings/workshops/registration.page.tsx" },
  { path: "laboratori/:id", file: "meetings/workshops/workshop.page.tsx" },
  { path: "laboratori/:id/iscrizione", file: "meetings/workshops/register.page.tsx" },
  { path: "laboratori/:id/modifica", file: "meetings/workshops/edit-workshop.page.tsx" },
  { path: "laboratori/:id/presenze", file: "meetings/workshops/attendance.page.tsx" },
  { path: "laboratori/:id/sintesi", file: "meetings/workshops/synthesis.page.tsx" },
];
