// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LinksFunction } from "@remix-run/node";
import styles from "./documents.css?url";
import panel from "./panel.css?url";

/** The style sheet of the pages of documents. */
export const documentStyles: LinksFunction = () => [styles, panel].map((href) => ({ rel: "stylesheet", href }));
