// SPDX-License-Identifier: AGPL-3.0-or-later
/** The register of one document; the address tells it from the one of a body. */
export { loader } from "./ledger-file.page";
