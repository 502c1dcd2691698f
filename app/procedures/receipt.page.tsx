// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, Facts, PageHeader } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findReceipt } from "./find-receipt.server";
import { PackageText } from "./parts/package-text";
import { partsOfPackage, partnerNames } from "./parts/package-parts";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { row, supersededBy, receipt, content } = await findReceipt(ctx, params.number ?? "");
  return {
    title: translate(ctx.locale, "procedures.receipt.name", { number: row.number }),
    receipt, content, supersededBy, receivedAt: row.receivedAt, withdrawnAt: row.withdrawnAt,
    packageSha256: row.packageSha256, receiptSha256: row.receiptSha256,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function ReceiptPage() {
  const { title, receipt, content, supersededBy, receivedAt, withdrawnAt, packageSha256, receiptSha256 } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const { number } = receipt;
  return (
    <>
      <PageHeader title={title} lead={t("procedures.receipt.lead")} trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.application(receipt.application.id), label: receipt.application.title }]} />
      {withdrawnAt ? (
        <Callout tone="warning" title={t("procedures.receipt.withdrawn", { when: formatInstant(withdrawnAt, locale) })}>
          {supersededBy ? <p><Link to={paths.receipt(supersededBy)}>{t("procedures.receipt.supersededBy", { number: supersededBy })}</Link></p> : null}
        </Callout>
      ) : null}
      <div className="receipt">
        <Facts
          rows={[
            [t("procedures.receipt.number"), <strong key="number">{number}</strong>],
            [t("procedures.receipt.receivedAt"), <strong key="at">{formatInstant(receivedAt, locale)}</strong>],
            [t("procedures.receipt.zone"), "Europe/Rome"],
            [t("procedures.receipt.procedure"), `${receipt.procedure.code} — ${receipt.procedure.title}`],
            [t("procedures.receipt.application"), receipt.application.title],
            [t("procedures.partners.isLead"), receipt.lead.name],
            [t("procedures.receipt.packageFingerprint"), <code key="package" className="fingerprint">{packageSha256}</code>],
            [t("procedures.receipt.receiptFingerprint"), <code key="receipt" className="fingerprint">{receiptSha256}</code>],
          ]}
        />
      </div>
      <ul className="receipt-actions no-print">
        <li><a href={paths.receiptFile(number, "ricevuta")} download>{t("procedures.receipt.downloadReceipt")}</a></li>
        <li><a href={paths.receiptFile(number, "fascicolo")} download>{t("procedures.receipt.downloadPackage")}</a></li>
        <li><Link to={`${paths.verify()}?numero=${number}`}>{t("procedures.receipt.verify")}</Link></li>
      </ul>
      <p className="muted">{t("procedures.receipt.print")}</p>
      <PackageText parts={partsOfPackage(content)} budget={content.budget} terms={null} project={content.project.content} partnerIds={partnerNames(content)} />
    </>
  );
}
