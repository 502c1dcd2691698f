// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty } from "~/ui";
import { paths } from "~/web/paths";
import { AttachmentList } from "./attachment-list";
import type { attachmentsPanel } from "./attachments-panel.server";

type Props = Awaited<ReturnType<typeof attachmentsPanel>> & { documentId: string };

/** The attachments beside the text, and the way to add to them. */
export function AttachmentsPanel({ documentId, attachments, mayAttach }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {attachments.length > 0 ? <AttachmentList documentId={documentId} attachments={attachments} level="h3" /> : <Empty>{t("documents.attachments.none")}</Empty>}
      <p className="no-print">
        <Link to={paths.documentAttachments(documentId)}>{t(mayAttach ? "documents.attachments.manage" : "documents.attachments.all")}</Link>
      </p>
    </>
  );
}
