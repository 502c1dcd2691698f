// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from "node:fs";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "../remix.config.js";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };

/** Known client packages, optimised up front: a late discovery reloads the page and would split Yjs in two. */
const editorPackages = Object.keys(dependencies).filter((name) => /^(@tiptap\/(?!pm$|static-renderer$)|yjs$|y-websocket$)/.test(name));

export default defineConfig({
  plugins: [remix(remixConfig), tsconfigPaths()],
  resolve: { dedupe: ["react", "react-dom", "yjs", "y-protocols", "@tiptap/pm"] },
  optimizeDeps: {
    // the dev server walks server modules through the client optimiser
    exclude: ["@node-rs/argon2", "better-sqlite3", "lucia", "@lucia-auth/adapter-drizzle", "drizzle-orm", "@remix-run/node", "ws", "@electric-sql/pglite"],
    include: [...editorPackages, "lib0/decoding", "lib0/encoding"],
  },
  build: { target: "es2022", sourcemap: false },
  publicDir: "public",
});
