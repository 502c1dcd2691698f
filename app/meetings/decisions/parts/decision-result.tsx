// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { DataTable, Facts } from "~/ui";
import { choices } from "../decision";
import type { DecisionView } from "../view-decision.server";
import { OutcomeChip } from "./decision-card";

/** What was put to the session, what each body said, and what came of it. */
export function DecisionResult({ decision, rule }: { decision: DecisionView; /** What the rules of the table say of deciding. */ rule: string }) {
  const { t } = useTranslation();
  const { text, method, outcome, reason, quorum, opened, closed, positions, reserved, tally } = decision;
  const sides = [
    { name: t("meetings.decisions.side.public"), count: tally.publicBodies },
    { name: t("meetings.decisions.side.others"), count: tally.others },
  ];
  const heads = [t("meetings.decisions.head.side"), ...choices.map((choice) => t(`meetings.decisions.choice.${choice}`))];
  return (
    <>
      <p>
        <OutcomeChip outcome={outcome} />
      </p>
      <blockquote className="pre-line">{text}</blockquote>
      <Facts
        rows={[
          [t("meetings.decisions.field.method"), t(`meetings.decisions.method.${method}`)],
          [t("meetings.decisions.head.rule"), rule],
          [t("meetings.decisions.head.when"), closed === opened ? t("meetings.decisions.at", { at: closed }) : closed ? t("meetings.decisions.fromTo", { from: opened, until: closed }) : t("meetings.decisions.since", { from: opened })],
          [t("meetings.decisions.head.quorum"), quorum ? t("meetings.decisions.quorumWas", quorum) : null],
          [t("meetings.decisions.head.reason"), reason],
        ]}
      />
      {method === "vote" && positions.length > 0 ? (
        <>
          <DataTable caption={t("meetings.decisions.tally")} head={heads}>
            {sides.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {choices.map((choice, i) => (
                  <td key={choice} data-label={heads[i + 1]}>
                    {count[choice]}
                  </td>
                ))}
              </tr>
            ))}
          </DataTable>
          <ul className="plain-list">
            {positions.map(({ body, choice, conflict }) => (
              <li key={body}>
                {body}: {t(conflict ? "meetings.decisions.abstainedByConflict" : `meetings.decisions.said.${choice}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {reserved.length > 0 ? (
        <ul className="plain-list">
          {reserved.map(({ body, kind, reason: why }) => (
            <li key={body}>
              {t(`meetings.decisions.reservedBy.${kind}`, { body })} <span className="pre-line">{why}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
