// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { Extract } from "../extract.server";

/** The extract of a session's minutes. Its words are Italian, whatever the language of the screen. */
export function ExtractView({ extract, level = 3 }: { extract: Extract; level?: 2 | 3 }) {
  const { t } = useTranslation();
  const Heading = level === 2 ? "h2" : "h3";
  const { title, day, bodies, agenda, decisions, commitments } = extract;
  return (
    <div lang="it">
      <p>
        {title}, {day}
      </p>
      <Heading>{t("meetings.minutes.extract.bodies")}</Heading>
      <ul>
        {bodies.map(({ name, role }) => (
          <li key={name}>
            {name}
            {role ? `, ${t(`tables.role.${role}`)}` : ""}
          </li>
        ))}
      </ul>
      <Heading>{t("meetings.minutes.extract.agenda")}</Heading>
      <ol>
        {agenda.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      <Heading>{t("meetings.minutes.extract.decisions")}</Heading>
      {decisions.length === 0 ? <p>{t("meetings.minutes.extract.noDecisions")}</p> : null}
      {decisions.map(({ head, lines }) => (
        <div key={head}>
          <p>{head}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      {commitments.length > 0 ? (
        <>
          <Heading>{t("meetings.minutes.extract.commitments")}</Heading>
          <ul>
            {commitments.map((commitment) => (
              <li key={commitment}>{commitment}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
