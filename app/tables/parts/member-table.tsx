// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { Chip, DataTable } from "~/ui";
import { paths } from "~/web/paths";
import type { SeatKind } from "../levels";
import type { SeatRole } from "../standing.server";

export type ShownMember = {
  seatId: string;
  name: string;
  slug: string;
  /** How the body stands in the RUNTS: a warning beside its name when it is no longer there. */
  standing: Parameters<typeof EnrolmentChip>[0]["body"];
  role: SeatRole;
  kind: SeatKind;
  since: string;
  until: string | null;
  voices: { mandateId: string; personLabel: string | null; roleLabel: string; capacity: "titular" | "deputy"; /** How many acts the mandate rests on, for who may read them. */ acts?: number }[];
  /** The viewer may not know who speaks. */
  hidden: boolean;
  /** The viewer may say who speaks from this seat. */
  mayName: boolean;
};

/** Bodies with their seat, who speaks for them and since when. A phone shows each as a card. */
export function MemberTable({ members, caption, manageAt, actsAt, showVoices }: { members: ShownMember[]; caption: string; manageAt: (seatId: string) => string; actsAt?: (seatId: string, mandateId: string) => string; showVoices: boolean }) {
  const { t } = useTranslation();
  const named = members.some(({ mayName }) => mayName);
  const heads = { body: t("tables.members.body"), seat: t("tables.members.seat"), voices: t("tables.members.voices"), since: t("tables.members.since") };
  return (
    <DataTable caption={caption} head={[heads.body, heads.seat, ...(showVoices ? [heads.voices] : []), heads.since, ...(named ? [""] : [])]}>
      {members.map((member) => (
        <tr key={member.seatId}>
          <th scope="row" className="member-name">
            <Link to={paths.organisation(member.slug)}>{member.name}</Link> <EnrolmentChip body={member.standing} />
          </th>
          <td data-label={heads.seat} className="member-seat">
            <Chip tone={member.role === "coordinator" ? "primary" : "neutral"}>{t(`tables.role.${member.role}`)}</Chip> {member.kind === "representation" ? null : <Chip>{t(`tables.seatKind.${member.kind}`)}</Chip>}
          </td>
          {showVoices ? (
            <td data-label={heads.voices}>
              <ul className="letter-list">
                {member.voices.map((voice) => (
                  <li key={voice.mandateId}>
                    {voice.personLabel ?? voice.roleLabel}
                    {voice.personLabel && voice.personLabel !== voice.roleLabel ? `, ${voice.roleLabel}` : ""} <span className="muted">({t(`tables.capacity.${voice.capacity}`)})</span>{" "}
                    {voice.acts && actsAt ? (
                      <Link className="no-print" to={actsAt(member.seatId, voice.mandateId)} aria-label={t("registry.delegation.linkOf", { person: voice.personLabel ?? voice.roleLabel, count: voice.acts })}>
                        {t("registry.delegation.link", { count: voice.acts })}
                      </Link>
                    ) : null}
                  </li>
                ))}
                {member.voices.length === 0 ? <li className="muted">{t(member.hidden ? "tables.members.hidden" : "tables.members.nobody")}</li> : null}
              </ul>
            </td>
          ) : null}
          <td data-label={heads.since} className="member-since">{member.until ? t("tables.sinceUntil", { from: member.since, to: member.until }) : member.since}</td>
          {named ? <td>{member.mayName ? <Link to={manageAt(member.seatId)}>{t("tables.manage.seat")}<span className="visually-hidden"> {member.name}</span></Link> : null}</td> : null}
        </tr>
      ))}
    </DataTable>
  );
}
