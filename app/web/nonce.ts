// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext, useContext } from "react";

/** The nonce of the page's scripts; empty in the browser, which hides it. */
export const NonceContext = createContext("");
export const useNonce = () => useContext(NonceContext);
