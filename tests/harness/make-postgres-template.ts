// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnv } from "~/web/env.server";
import { openDatabase } from "~db/client.server";

const { DATA_DIR, DATABASE_URL } = readEnv();
await (await openDatabase({ dataDir: DATA_DIR, url: DATABASE_URL })).close();
