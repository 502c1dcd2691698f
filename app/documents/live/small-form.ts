// SPDX-License-Identifier: AGPL-3.0-or-later
import type { KeyboardEvent } from "react";

/** Escape closes a small form below the tools. */
export const closeOnEscape = (onDone: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  onDone();
};
