// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "lingua", file: "identity/language.page.tsx" },
  { path: "accesso", file: "identity/sign-in.page.tsx" },
  { path: "accesso/esci", file: "identity/sign-out.page.tsx" },
  { path: "accesso/ente", file: "registry/speak-for.page.tsx" },
];
