// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "enti/nuovo", file: "registry/new-organisation.page.tsx" },
  { path: "enti/importa", file: "registry/import/imports.page.tsx" },
  { path: "enti/importa/:id", file: "registry/import/preview.page.tsx" },
  { path: "enti/esporta/:file", file: "registry/import/export.page.tsx" },
  { path: "enti/verifiche", file: "registry/checks/checks.page.tsx" },
  { path: "enti/rappresenta", file: "registry/claims/represent.page.tsx" },
  { path: "enti/richieste", file: "registry/claims/claims.page.tsx" },
  { path: "enti/richieste/:id", file: "registry/claims/claim.page.tsx" },
  { path: "enti/atti/:file", file: "registry/delegations/brought-file.page.tsx" },
  { path: "enti/:slug/contatti", file: "registry/contacts/contacts.page.tsx" },
  { path: "enti/:slug/interessi", file: "registry/interests/interests.page.tsx" },
  { path: "enti/:slug/reti", file: "registry/networks/networks.page.tsx" },
  { path: "enti/:slug/modifica", file: "registry/edit-organisation.page.tsx" },
  { path: "enti/:slug/persone", file: "registry/people.page.tsx" },
  { path: "enti/:slug/persone/:affiliationId", file: "registry/delegations/delegations.page.tsx" },
  { path: "enti/:slug/persone/:affiliationId/:file", file: "registry/delegations/delegation-file.page.tsx" },
];
