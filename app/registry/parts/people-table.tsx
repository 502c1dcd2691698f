// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, DataTable, Empty } from "~/ui";
import { paths } from "~/web/paths";

export type PersonRow = {
  affiliationId: string;
  label: string;
  roleLabel: string;
  capacity: string;
  powers: string[];
  current: boolean;
  since: string;
  until: string | null;
  /** How many acts are attached to it. */
  files: number;
  mayEnd: boolean;
};

/** Who acts or acted for a body, in what capacity and with which powers; `here` is the page on which an affiliation is ended. */
export function PeopleTable({ people, slug, here }: { people: PersonRow[]; slug: string; here: string }) {
  const { t } = useTranslation();
  if (people.length === 0) return <Empty>{t("registry.people.none")}</Empty>;
  return (
    <DataTable caption={t("registry.people.heading")} head={[t("registry.people.person"), t("registry.people.capacity"), t("registry.people.powers"), t("registry.people.period"), t("registry.people.action")]}>
      {people.map((person) => (
        <tr key={person.affiliationId}>
          <th scope="row">
            {person.label}
            {person.label === person.roleLabel ? null : <span className="voice-detail"> {person.roleLabel}</span>}
          </th>
          <td data-label={t("registry.people.capacity")}>{t(`registry.capacity.${person.capacity}`)}</td>
          <td data-label={t("registry.people.powers")}>{person.powers.map((power) => t(`registry.power.${power}`)).join(", ")}</td>
          <td data-label={t("registry.people.period")}>
            {person.current ? <Chip tone="success">{t("registry.people.inForce")}</Chip> : <Chip>{t("registry.people.over")}</Chip>}{" "}
            {person.until ? t("registry.people.fromTo", { from: person.since, to: person.until }) : t("registry.people.from", { from: person.since })}
          </td>
          <td>
            <Link to={paths.delegations(slug, person.affiliationId)} aria-label={t("registry.delegation.linkOf", { person: person.label, count: person.files })}>
              {t("registry.delegation.link", { count: person.files })}
            </Link>
            {person.mayEnd ? (
              <div>
                <Link to={`${here}?termina=${person.affiliationId}`}>{t("registry.people.end")}</Link>
              </div>
            ) : null}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
