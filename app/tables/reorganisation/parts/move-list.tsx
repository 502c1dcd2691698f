// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, Empty } from "~/ui";
import { type Move, touched } from "../moves";

/** The moves of a proposal in words, each with its reason. */
export function MoveList({ moves, names, mayRemove }: { moves: Move[]; names: Record<string, string>; mayRemove: boolean }) {
  const { t } = useTranslation();
  const sentence = (move: Move) => {
    const [first = "", second = ""] = touched(move).map((id) => names[id] ?? t("tables.reorganisation.closedTable"));
    if (move.kind === "merge") return t("tables.reorganisation.says.merge", { tables: touched(move).map((id) => names[id] ?? t("tables.reorganisation.closedTable")).join(", "), name: move.name });
    if (move.kind === "split") return t("tables.reorganisation.says.split", { table: first, first: move.first, second: move.second });
    if (move.kind === "link") return t(`tables.reorganisation.says.${move.relation}`, { table: first, other: second });
    return t(`tables.reorganisation.says.${move.kind}`, { table: first });
  };
  if (moves.length === 0) return <Empty>{t("tables.reorganisation.noMovesYet")}</Empty>;
  return (
    <ol className="plain-list">
      {moves.map((move, index) => (
        <li key={`${move.kind} ${touched(move).join(" ")}`}>
          <Chip>{t(`tables.reorganisation.kind.${move.kind}`)}</Chip> {sentence(move)}
          <div className="muted">{move.reason}</div>
          {mayRemove ? (
            <Form method="post">
              <input type="hidden" name="index" value={index} />
              <Button name="do" value="remove" look="outline-primary" small>
                {t("tables.reorganisation.remove")}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
