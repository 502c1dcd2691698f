// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, DataTable, Empty } from "~/ui";
import { paths } from "~/web/paths";
import type { CommitmentState } from "../commitment";
import type { CommitmentView } from "../find-commitments.server";

/** Commitments with who took them, where and by when; what is late stands out. */
export function CommitmentList({ slug, commitments, empty }: { slug: string; commitments: CommitmentView[]; empty: string }) {
  const { t } = useTranslation();
  if (commitments.length === 0) return <Empty>{empty}</Empty>;
  const heads = ["what", "body", "taken", "due", "state"].map((name) => t(`meetings.commitments.head.${name}`));
  return (
    <DataTable caption={t("meetings.commitments.title")} head={heads}>
      {commitments.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <Link to={paths.commitment(slug, one.id)}>{one.what}</Link>
          </th>
          <td data-label={heads[1]}>{one.body.name}</td>
          <td data-label={heads[2]}>{one.meeting ? <Link to={paths.meeting(one.meeting.id)}>{one.meeting.day}</Link> : one.taken}</td>
          <td data-label={heads[3]}>{one.due}</td>
          <td data-label={heads[4]}>
            <CommitmentChip state={one.state} overdue={one.overdue} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** How a commitment stands, in a word. */
export function CommitmentChip({ state, overdue }: { state: CommitmentState; overdue: boolean }) {
  const { t } = useTranslation();
  if (overdue) return <Chip tone="danger">{t("meetings.commitments.overdue")}</Chip>;
  return <Chip tone={state === "done" ? "success" : state === "open" ? "primary" : "neutral"}>{t(`meetings.commitments.state.${state}`)}</Chip>;
}
