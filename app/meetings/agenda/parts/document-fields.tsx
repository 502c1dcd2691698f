// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { type FormState, type Option, Select } from "~/ui";
import { MORE_DOCUMENTS } from "../agenda";

/** What there is to read for a point: its first document, and lines for more. */
export function DocumentFields({ state, documents, chosen = [] }: { state: FormState; documents: Option[]; chosen?: string[] }) {
  const { t } = useTranslation();
  const [first = null, ...rest] = chosen;
  const more = [state?.values["moreDocumentIds[]"] ?? rest].flat();
  if (documents.length === 0) return null;
  return (
    <>
      <Select name="documentId" label={t("meetings.agenda.field.document")} options={documents} empty={t("meetings.agenda.noDocument")} initial={first} state={state} />
      {documents.length > 1 ? (
        <details className="mb-4" open={more.some((id) => id !== "")}>
          <summary>{t("meetings.agenda.moreDocuments")}</summary>
          {Array.from({ length: Math.min(MORE_DOCUMENTS, documents.length - 1) }, (_, i) => (
            <Select key={`document-${i + 2}`} id={`document-${i + 2}`} name="moreDocumentIds[]" label={t("meetings.agenda.documentNumber", { number: i + 2 })} options={documents} empty={t("meetings.agenda.noDocument")} initial={more[i] ?? null} />
          ))}
        </details>
      ) : null}
    </>
  );
}
