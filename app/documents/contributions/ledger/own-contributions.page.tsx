// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Empty, PageHeader } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentStyles } from "../../parts/styles";
import { Answers, Said } from "../parts/contribution-card";
import { ContributionFilter } from "../parts/contribution-filter";
import { LedgerFiles } from "../parts/ledger-files";
import { useWhen } from "../parts/thread-card";
import { ownContributions } from "./own-contributions.server";

export const links = documentStyles;

export const loader = load(async (ctx, { url }) => ({ ...(await ownContributions(ctx, url)), title: translate(ctx.locale, "contributions.ledger.own") }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function OwnContributions() {
  const { t } = useTranslation();
  const { shown, filter, counts, open, title } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const when = useWhen();
  const file = (format: "csv" | "xlsx") => `${paths.ownContributionsFile(format)}?${params}`;
  return (
    <>
      <PageHeader title={title} lead={t("contributions.ledger.ownLead")} trail={[{ to: paths.documents(), label: t("documents.name") }]} actions={<LedgerFiles file={file} />} />
      <ContributionFilter filter={filter} bodies={[]} />
      <p className="muted">{t("contributions.ledger.count", { count: counts.open })}</p>
      {shown.length === 0 ? <Empty>{t(counts.all === 0 ? "contributions.ledger.ownNone" : "contributions.ledger.noneSuch")}</Empty> : null}
      {shown.map((contribution) => (
        <article key={contribution.id} className="talk-card contribution">
          <p className="contribution-head">
            <strong>{open.includes(contribution.documentId) ? <Link to={`${paths.documentSuggestions(contribution.documentId)}#contributo-${contribution.id}`}>{contribution.documentTitle}</Link> : contribution.documentTitle}</strong>{" "}
            <Chip tone={contribution.standing === "open" ? "warning" : "neutral"}>{t(`contributions.standing.${contribution.standing}`)}</Chip>
          </p>
          <p className="talk-who">
            {contribution.kind === "observation" ? t("contributions.observation.numbered", { number: contribution.number }) : t("contributions.suggestion.name")} · {contribution.person} <span className="muted">{when(contribution.at)}</span>
          </p>
          <Said contribution={contribution} />
          <Answers contribution={contribution} />
        </article>
      ))}
    </>
  );
}
