// SPDX-License-Identifier: AGPL-3.0-or-later
import { problem } from "~/web/problem";
import { answer } from "./answer.server";

/** Any address of the interface that does not exist. */
export const loader = answer(async () => {
  throw problem("missing");
});
