// SPDX-License-Identifier: AGPL-3.0-or-later
/** Loads the soak as the tests are loaded: old clients come as modules, and share one Yjs with the new ones. */
import { resolve } from "node:path";
import { createServer } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

const root = resolve(import.meta.dirname, "../../..");
const vite = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  plugins: [tsconfigPaths({ root })],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { soak } = await vite.ssrLoadModule("/tests/realtime/faults/soak.ts");
process.exit(await soak());
