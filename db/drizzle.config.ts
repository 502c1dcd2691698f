// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from "drizzle-kit";
import { dialect } from "./columns";

export default defineConfig({
  dialect: dialect === "pg" ? "postgresql" : "sqlite",
  schema: "./db/schema.ts",
  out: dialect === "pg" ? "./db/migrations/pg" : "./db/migrations/sqlite",
});
