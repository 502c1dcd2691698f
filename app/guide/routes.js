// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "guida", file: "guide/guide.page.tsx" },
  { path: "guida/scelte/:slug", file: "guide/decision.page.tsx" },
  { path: "guida/:slug", file: "guide/chapter.page.tsx" },
];
