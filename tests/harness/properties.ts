// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Every run of the tests draws the same random cases, so that a delivery is never refused by chance; `SEED` draws others, and
 * `npm run soak` does so each time.
 */
import fc from "fast-check";

export const seed = Number(process.env.SEED ?? 20_260_310);

fc.configureGlobal({ seed });
