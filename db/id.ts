// SPDX-License-Identifier: AGPL-3.0-or-later
import { v7 } from "uuid";

/** A new identifier: UUIDv7 as text, so that rows sort by the moment of their birth. */
export function newId(): string {
  return v7();
}
