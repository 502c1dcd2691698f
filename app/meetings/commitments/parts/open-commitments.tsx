// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";
import type { CommitmentView } from "../find-commitments.server";
import { CommitmentChip } from "./commitment-list";

/** What a table has promised and not kept yet, one line each, nearest term first. */
export function OpenCommitments({ slug, commitments }: { slug: string; commitments: CommitmentView[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {commitments.map(({ id, what, body, due, state, overdue }) => (
        <li key={id}>
          <Link to={paths.commitment(slug, id)}>{what}</Link> {overdue ? <CommitmentChip state={state} overdue={overdue} /> : null}
          <div className="muted">{t("meetings.commitments.bodyBy", { body: body.name, due })}</div>
        </li>
      ))}
    </ul>
  );
}
