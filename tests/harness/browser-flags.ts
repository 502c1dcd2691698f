// SPDX-License-Identifier: AGPL-3.0-or-later
/** How Chromium starts where there is no screen and no network beyond this machine. */
export const browserFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
