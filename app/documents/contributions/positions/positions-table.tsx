// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip, DataTable } from "~/ui";
import { useWhen } from "../parts/thread-card";
import type { PositionShown } from "./list-positions.server";
import type { Stance } from "./position";

const TONES: Record<Stance, "success" | "warning" | "neutral" | "danger"> = { favourable: "success", reserve: "warning", abstained: "neutral", contrary: "danger" };

/** How each body stands towards one part, as a plain table. */
export function PositionsTable({ caption, positions }: { caption: string; positions: PositionShown[] }) {
  const { t } = useTranslation();
  const when = useWhen();
  const heads = ["body", "stance", "condition", "at"].map((head) => t(`contributions.position.${head}`));
  return (
    <DataTable caption={caption} head={heads}>
      {positions.map(({ organisationId, body, person, at, stance, condition, outdated, asked }) => (
        <tr key={organisationId}>
          <th scope="row" data-label={heads[0]}>{body}</th>
          <td data-label={heads[1]}>
            <Chip tone={TONES[stance]}>{t(`contributions.position.stances.${stance}`)}</Chip>
          </td>
          <td data-label={heads[2]}>
            {condition ?? "–"}
            {asked ? <p className="muted">{t("contributions.position.waits", { when: when(asked.at) })}</p> : null}
          </td>
          <td data-label={heads[3]}>
            {when(at)} · {person}
            {outdated ? <p className="muted">{t("contributions.position.outdated")}</p> : null}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
