// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Chip, Empty, PageHeader } from "~/ui";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentStyles } from "../../parts/styles";
import { Answers, Said } from "../parts/contribution-card";
import { ContributionFilter } from "../parts/contribution-filter";
import { LedgerFiles } from "../parts/ledger-files";
import { useWhen } from "../parts/thread-card";
import { ownContributions } from "./own-contributions.server";
import { markAnswersRead } from "./unread-answers.server";

export const links = documentStyles;

export const loader = load(async (ctx, { url }) => ({ ...(await ownContributions(ctx, url)), title: translate(ctx.locale, "contributions.ledger.own") }));

export const action = act(async (ctx, form) => {
  await markAnswersRead(ctx, String(form.get("until") ?? ""));
  return redirectWith(paths.ownContributions(), "contributions.ledger.markedRead");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function OwnContributions() {
  const { t } = useTranslation();
  const { shown, filter, counts, open, title, unread, now } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const when = useWhen();
  const file = (format: "csv" | "xlsx") => `${paths.ownContributionsFile(format)}?${params}`;
  return (
    <>
      <PageHeader title={title} lead={t("contributions.ledger.ownLead")} trail={[{ to: paths.documents(), label: t("documents.name") }]} actions={<LedgerFiles file={file} />} />
      {unread.length > 0 ? (
        <Callout>
          <p>{t("contributions.ledger.unread", { count: unread.length })}</p>
          <Form method="post" className="no-print">
            <input type="hidden" name="until" value={new Date(now).toISOString()} />
            <Button small>{t("contributions.ledger.markRead")}</Button>
          </Form>
        </Callout>
      ) : null}
      <ContributionFilter filter={filter} bodies={[]} />
      <p className="muted">{t("contributions.ledger.count", { count: counts.open })}</p>
      {shown.length === 0 ? <Empty>{t(counts.all === 0 ? "contributions.ledger.ownNone" : "contributions.ledger.noneSuch")}</Empty> : null}
      {shown.map((contribution) => (
        <article key={contribution.id} id={`contributo-${contribution.id}`} className="talk-card contribution">
          <p className="contribution-head">
            <strong>{open.includes(contribution.documentId) ? <Link to={`${paths.documentSuggestions(contribution.documentId)}#contributo-${contribution.id}`}>{contribution.documentTitle}</Link> : contribution.documentTitle}</strong>{" "}
            <Chip tone={contribution.standing === "open" ? "warning" : "neutral"}>{t(`contributions.standing.${contribution.standing}`)}</Chip>
          </p>
          <p className="talk-who">
            {contribution.kind === "observation" ? t("contributions.observation.numbered", { number: contribution.number }) : t("contributions.suggestion.name")} · {contribution.person} <span className="muted">{when(contribution.at)}</span>
          </p>
          <Said contribution={contribution} />
          <Answers contribution={contribution} unread={unread} />
        </article>
      ))}
    </>
  );
}
