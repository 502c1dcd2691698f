// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "scrivania", file: "notices/desk.page.tsx" },
  { path: "notifiche/posta", file: "notices/outbox.page.tsx" },
  { path: "notifiche/preferenze", file: "notices/preferences/preferences.page.tsx" },
  { path: "notifiche/posta/:id", file: "notices/letter.page.tsx" },
];
