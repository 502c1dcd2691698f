// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState, TextArea } from "~/ui";
import { paths } from "~/web/paths";
import { MAX_REASON } from "../../lifecycle/forms";

/** Brings the text of the version back, with the reason. */
export function RestoreForm({ documentId, number, state }: { documentId: string; number: number; state: FormState }) {
  const { t } = useTranslation();
  return (
    <details className="document-settings no-print" open={state ? true : undefined}>
      <summary>{t("documents.versions.restore.title")}</summary>
      <p>{t("documents.versions.restore.what")}</p>
      <p>
        <Link to={paths.documentComparison(documentId, "ora", number)}>{t("documents.versions.restore.compare")}</Link>
      </p>
      <ErrorSummary state={state} labels={{ reason: t("documents.reason.label") }} />
      <Form method="post" className="concerto-form" noValidate>
        <TextArea name="reason" label={t("documents.reason.label")} hint={t("documents.versions.restore.reasonHint")} required maxLength={MAX_REASON} state={state} />
        <Button>{t("documents.versions.restore.do")}</Button>
      </Form>
    </details>
  );
}
