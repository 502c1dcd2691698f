// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "./guard.server";
import { problem } from "./problem";

/** Every address that is nobody else's: says so within the frame of the site. */
export const loader = load(async () => {
  throw problem("missing");
});

export default function NotFound() {
  return null;
}
