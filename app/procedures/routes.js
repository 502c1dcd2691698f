// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [];
