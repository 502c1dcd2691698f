// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "enti", file: "tables/organisations.page.tsx" },
  { path: "enti/:slug", file: "tables/organisation.page.tsx" },
  { path: "tavoli", file: "tables/tables.page.tsx" },
  { path: "tavoli/nuovo", file: "tables/new-table.page.tsx" },
  { path: "tavoli/:slug", file: "tables/table.page.tsx" },
  { path: "tavoli/:slug/modifica", file: "tables/edit-table.page.tsx" },
  { path: "tavoli/:slug/membri", file: "tables/members.page.tsx" },
  { path: "tavoli/:slug/membri/gestisci", file: "tables/manage-members.page.tsx" },
  { path: "tavoli/:slug/membri/seggi/:seatId", file: "tables/manage-seat.page.tsx" },
  { path: "tavoli/:slug/regole", file: "tables/rules/rules.page.tsx" },
  { path: "tavoli/:slug/regole/modifica", file: "tables/rules/adopt-rules.page.tsx" },
  { path: "tavoli/:slug/questioni", file: "tables/items/table-items.page.tsx" },
  { path: "tavoli/:slug/questioni/nuova", file: "tables/items/raise-item.page.tsx" },
  { path: "questioni", file: "tables/items/items.page.tsx" },
  { path: "questioni/:id", file: "tables/items/item.page.tsx" },
  { path: "tavoli/:slug/storia", file: "tables/history.page.tsx" },
  { path: "tavoli/:slug/adesione", file: "tables/join.page.tsx" },
  { path: "tavoli/:slug/adesioni", file: "tables/join-requests.page.tsx" },
  { path: "tavoli/:slug/adesioni/:id", file: "tables/join-request.page.tsx" },
];
