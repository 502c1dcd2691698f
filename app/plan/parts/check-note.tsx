// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout } from "~/ui";
import type { PlanObjective } from "../plan-tree";

/** Says that texts of the objective are still to be checked against the document; the plan office says here that it has done so. */
export function CheckNote({ objective, mayCheck }: { objective: PlanObjective; mayCheck: boolean }) {
  const { t } = useTranslation();
  if (!objective.review && !objective.strategies.some((one) => one.review)) return null;
  return (
    <Callout tone="warning" title={t("plan.objective.review")}>
      <p>{t("plan.objective.reviewNote")}</p>
      {mayCheck ? (
        <Form method="post" className="mt-2 no-print">
          <Button name="do" value="check" look="outline-primary" small>
            {t("plan.objective.check")}
          </Button>
        </Form>
      ) : null}
    </Callout>
  );
}
