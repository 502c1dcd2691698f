// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Pages about the bodies for which one speaks live in the registry, which knows them.
 * @type {{ path: string, file: string }[]}
 */
export default [
  { path: "lingua", file: "identity/language.page.tsx" },
  { path: "accesso", file: "identity/sign-in.page.tsx" },
  { path: "accesso/registrazione", file: "identity/registration.page.tsx" },
  { path: "accesso/registrazione/:secret", file: "identity/open-account.page.tsx" },
  { path: "accesso/esci", file: "identity/sign-out.page.tsx" },
  { path: "accesso/esci-ovunque", file: "identity/sign-out-everywhere.page.tsx" },
  { path: "accesso/password", file: "identity/request-password-reset.page.tsx" },
  { path: "accesso/password/:secret", file: "identity/reset-password.page.tsx" },
  { path: "accesso/email", file: "identity/change-email.page.tsx" },
  { path: "accesso/email/:secret", file: "identity/confirm-email.page.tsx" },
  { path: "accesso/ente", file: "registry/speak-for.page.tsx" },
  { path: "accesso/profilo", file: "registry/profile.page.tsx" },
  { path: "accesso/invito/:key", file: "registry/invitations/invitation.page.tsx" },
];
