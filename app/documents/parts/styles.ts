// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LinksFunction } from "@remix-run/node";
import attribution from "../attribution/attribution.css?url";
import comparison from "../versions/comparison/comparison.css?url";
import talk from "../contributions/parts/contributions.css?url";
import styles from "./documents.css?url";
import panel from "./panel.css?url";
import writing from "./writing.css?url";

/** The style sheets of the pages of documents. */
export const documentStyles: LinksFunction = () => [styles, panel, talk, writing, attribution, comparison].map((href) => ({ rel: "stylesheet", href }));
