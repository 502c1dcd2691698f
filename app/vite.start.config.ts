// SPDX-License-Identifier: AGPL-3.0-or-later
/** Turns app/web/serve.ts into build/serve.js, so that a server in production starts without reading TypeScript. */
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

export default defineConfig({
  plugins: [tsconfigPaths()],
  build: { ssr: "app/web/serve.ts", outDir: "build", emptyOutDir: false, copyPublicDir: false, target: "node20" },
});
