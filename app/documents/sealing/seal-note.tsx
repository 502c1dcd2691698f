// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import type { sealNote } from "./seal-note.server";

type Props = { documentId: string; note: NonNullable<Awaited<ReturnType<typeof sealNote>>> };

/** On the page of a document: that it was sealed, and whether the seal is whole. */
export function SealNote({ documentId, note }: Props) {
  const { t, i18n } = useTranslation();
  const parts = note.broken.map((part) => t(`sealing.broken.${part}`)).join(", ");
  const when = formatInstant(note.at, i18n.language as Locale);
  return (
    <Callout tone={parts ? "danger" : "success"} title={parts ? t("sealing.broken.title") : t("sealing.note", { when, body: note.body })}>
      {parts ? <p>{t("sealing.broken.text", { parts })}</p> : null}
      <p>
        <Link to={paths.documentSeal(documentId)}>{t("sealing.seal.action")}</Link>
      </p>
    </Callout>
  );
}
