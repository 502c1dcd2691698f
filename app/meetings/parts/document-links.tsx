// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { paths } from "~/web/paths";

/** The documents of a proposed point; nothing when it has none. */
export function DocumentLinks({ documents }: { documents: { id: string; title: string }[] }) {
  if (documents.length === 0) return null;
  return (
    <ul>
      {documents.map(({ id, title }) => (
        <li key={id}>
          <Link to={paths.document(id)}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
