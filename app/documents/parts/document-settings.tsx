// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState } from "~/ui";
import { MAX_TITLE, type Visibility } from "../document";

type Props = { document: { title: string; visibility: Visibility }; may: { rename: boolean; publish: boolean }; state: FormState };

/** Title and visibility, for who may change them. Open at once when a change was refused. */
export function DocumentSettings({ document, may, state }: Props) {
  const { t } = useTranslation();
  if (!may.rename && !may.publish) return null;
  const other = document.visibility === "public" ? "table" : "public";
  return (
    <details className="document-settings no-print" open={state ? true : undefined}>
      <summary>{t("documents.settings")}</summary>
      <ErrorSummary state={state} labels={{ title: t("documents.title.label") }} />
      {may.rename ? (
        <Form method="post" className="concerto-form" key={document.title}>
          <Field name="title" label={t("documents.title.label")} required maxLength={MAX_TITLE} initial={document.title} state={state} />
          <Button look="outline-primary" name="what" value="title">
            {t("documents.title.change")}
          </Button>
        </Form>
      ) : null}
      {may.publish ? (
        <Form method="post" className="concerto-form document-visibility">
          <p>{t(`documents.visibility.${other}.what`)}</p>
          <input type="hidden" name="visibility" value={other} />
          <Button look="outline-primary" name="what" value="visibility">
            {t(`documents.visibility.${other}.make`)}
          </Button>
        </Form>
      ) : null}
    </details>
  );
}
