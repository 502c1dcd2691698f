// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "enti/nuovo", file: "registry/new-organisation.page.tsx" },
  { path: "enti/:slug/modifica", file: "registry/edit-organisation.page.tsx" },
  { path: "enti/:slug/persone", file: "registry/people.page.tsx" },
];
