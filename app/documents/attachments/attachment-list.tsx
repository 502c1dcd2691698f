// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, Field, type FormState } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { MAX_DESCRIPTION } from "./attachment-forms";
import { isViewable, sizeInWords } from "~/web/files/file-words";
import type { Attachment } from "./find-file.server";

export type ListedAttachment = Omit<Attachment, "organisationId"> & { mayWithdraw?: boolean };

type Props = { documentId: string; attachments: ListedAttachment[]; state?: FormState; level?: "h2" | "h3" };

/** Attachments one below the other: what each is, how large, who brought it and when; the withdrawn ones without their file. */
export function AttachmentList({ documentId, attachments, state = null, level: Heading = "h2" }: Props) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  return (
    <ul className="document-list attachment-list">
      {attachments.map((file) => {
        const to = paths.documentAttachment(documentId, file.id);
        return (
          <li key={file.id}>
            <Heading className="document-list-title">{file.withdrawnAt ? <s>{file.name}</s> : <a href={to}>{file.name}</a>}</Heading>
            <p className="attachment-what">{file.description}</p>
            <p className="document-list-when">
              {t("documents.attachments.about", {
                kind: t(`documents.attachments.kinds.${file.mediaType.replace(/[^a-z\d]/gi, "_")}`),
                size: sizeInWords(file.size, locale),
                body: file.body ?? "—",
                when: formatDateTime(file.at, locale),
              })}
            </p>
            {file.withdrawnAt ? (
              <p>
                <Chip tone="warning">{t("documents.attachments.gone")}</Chip> {t("documents.attachments.goneBecause", { when: formatDateTime(file.withdrawnAt, locale), reason: file.withdrawnReason ?? "" })}
              </p>
            ) : (
              <Preview file={file} address={to} />
            )}
            {file.mayWithdraw ? <Withdraw file={file} state={state?.values.fileId === file.id ? state : null} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Preview({ file, address }: { file: ListedAttachment; address: string }) {
  const { t } = useTranslation();
  if (!isViewable(file.mediaType)) return null;
  const view = `${address}?vedi`;
  if (file.mediaType.startsWith("image/")) {
    return (
      <a href={view}>
        <img className="attachment-preview" src={view} alt={file.description} loading="lazy" />
      </a>
    );
  }
  return (
    <div className="no-print">
      <details>
        <summary>{t("documents.attachments.preview", { name: file.name })}</summary>
        <iframe className="attachment-frame" src={view} title={t("documents.attachments.previewOf", { name: file.name })} loading="lazy" />
      </details>
      <p>
        <a href={view} target="_blank" rel="noreferrer">
          {t("documents.attachments.view", { name: file.name })}
        </a>
      </p>
    </div>
  );
}

function Withdraw({ file, state }: { file: ListedAttachment; state: FormState }) {
  const { t } = useTranslation();
  return (
    <details className="document-settings no-print" open={state ? true : undefined}>
      <summary>{t("documents.attachments.withdraw", { name: file.name })}</summary>
      <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
        <input type="hidden" name="fileId" value={file.id} />
        <Field id={`reason-${file.id}`} name="reason" label={t("documents.attachments.reason.label")} hint={t("documents.attachments.reason.hint")} maxLength={MAX_DESCRIPTION} state={state} required />
        <Button look="outline-primary" name="what" value="withdraw">
          {t("documents.attachments.withdrawNow")}
        </Button>
      </Form>
    </details>
  );
}
