// SPDX-License-Identifier: AGPL-3.0-or-later
/** The name of the shared text inside the Yjs document. */
export const TEXT = "default";
