// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LinksFunction } from "@remix-run/node";
import styles from "./meetings.css?url";

/** The style sheet of the pages of meetings. */
export const meetingStyles: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
