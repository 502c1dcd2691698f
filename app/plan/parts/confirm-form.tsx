// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState } from "~/ui";

type Props = { state: FormState; edition: string | null; revision: number; ends: boolean };

/** The yes or no to a reading. The reason is asked for when something leaves the plan. */
export function ConfirmForm({ state, edition, revision, ends }: Props) {
  const { t } = useTranslation();
  const askReason = ends || state?.problem.fields?.reason !== undefined;
  return (
    <>
      <Form method="post" action="#conferma" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ edition: t("plan.import.edition"), reason: t("plan.import.reason") }} />
        <input type="hidden" name="revision" value={revision} />
        <Field
          name="edition"
          label={t("plan.import.edition")}
          hint={t("plan.import.editionHint")}
          state={state}
          initial={edition ?? ""}
          required
        />
        {askReason ? (
          <Field
            name="reason"
            label={t("plan.import.reason")}
            hint={t("plan.import.reasonHint")}
            state={state}
            required
          />
        ) : null}
        <Button name="do" value="confirm">
          {t("plan.import.confirm")}
        </Button>
      </Form>
      <Form method="post" className="mt-3">
        <Button name="do" value="discard" look="outline-danger" small>
          {t("plan.import.discard")}
        </Button>
      </Form>
    </>
  );
}
