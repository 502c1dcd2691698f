// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The site map: the Remix options, and every URL with the file that answers it, domain by domain.
 * app/vite.config.ts hands this to the Remix Vite plugin.
 */
import documents from "./app/documents/routes.js";
import guide from "./app/guide/routes.js";
import identity from "./app/identity/routes.js";
import journal from "./app/journal/routes.js";
import meetings from "./app/meetings/routes.js";
import liaison from "./app/meetings/liaison/routes.js";
import workshops from "./app/meetings/workshops/routes.js";
import notices from "./app/notices/routes.js";
import plan from "./app/plan/routes.js";
import procedures from "./app/procedures/routes.js";
import registry from "./app/registry/routes.js";
import tables from "./app/tables/routes.js";
import transparency from "./app/transparency/routes.js";

export const siteMap = [
  ...transparency,
  ...identity,
  ...registry,
  ...tables,
  ...documents,
  ...meetings,
  ...workshops,
  ...liaison,
  ...plan,
  ...procedures,
  ...journal,
  ...notices,
  ...guide,
  { path: "*", file: "web/not-found.page.tsx" },
];

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/*"],
  routes: (define) =>
    define((route) => {
      for (const { path, file } of siteMap) {
        if (path === "/") route("", file, { index: true });
        else route(path, file);
      }
    }),
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
  },
};
