// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Empty, PageHeader, Section, Select } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { ChainHead } from "./parts/chain-head";
import { JournalRow, ReservedRow } from "./parts/journal-row";
import { publicActs } from "~/journal";
import { dailyHeads, JournalFilter, readJournal, readJournalInRuns } from "./read-journal.server";

const PAGE = 30;

export const loader = load(async (ctx, { url }) => {
  // an address that is not understood shows everything
  const asked = JournalFilter.safeParse({ ...Object.fromEntries(url.searchParams), limite: PAGE });
  const filter = asked.success ? asked.data : JournalFilter.parse({ limite: PAGE });
  // who looks for one kind of act or one subject reads those only; otherwise no number of the chain is left out
  const narrowed = filter.atto || filter.oggetto;
  const { lines, next } = narrowed ? await readJournal(ctx, filter).then(({ entries, ...rest }) => ({ lines: entries, ...rest })) : await readJournalInRuns(ctx, { before: filter.prima, limit: PAGE });
  return {
    title: translate(ctx.locale, "transparency.journal.title"),
    locale: ctx.locale,
    lines,
    next,
    heads: await dailyHeads(ctx),
    filter: { act: filter.atto ?? "", subject: filter.oggetto ?? "", older: filter.prima !== undefined },
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Journal() {
  const { title, locale, lines, next, heads, filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const search = (prima: number) =>
    `?${new URLSearchParams({ ...(filter.act && { atto: filter.act }), ...(filter.subject && { oggetto: filter.subject }), prima: String(prima) })}`;
  const acts = publicActs.map((act) => ({ value: act, label: t(`journal.actNames.${act}`) })).sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <>
      <PageHeader title={title} lead={t("transparency.journal.lead")} />
      <Form method="get" className="filters" role="search">
        <Select name="atto" label={t("transparency.journal.filterAct")} options={acts} empty={t("transparency.journal.everyAct")} initial={filter.act} key={filter.act} />
        {filter.subject ? <input type="hidden" name="oggetto" value={filter.subject} /> : null}
        <Button look="outline-primary">{t("web.form.filter")}</Button>
        {filter.act || filter.subject ? <Link to={paths.journal()}>{t("web.form.clear")}</Link> : null}
      </Form>
      {filter.subject ? <p>{t("transparency.journal.oneSubject")}</p> : null}
      {lines.length === 0 ? <Empty>{t("transparency.journal.empty")}</Empty> : null}
      <ol className="journal-list">
        {lines.map((line) => ("seq" in line ? <JournalRow key={line.seq} entry={line} locale={locale} /> : <ReservedRow key={line.to} run={line} />))}
      </ol>
      <p className="form-actions no-print">
        {filter.older ? <ButtonLink look="outline-secondary" to={paths.journal()}>{t("transparency.journal.newest")}</ButtonLink> : null}
        {next === null ? null : <ButtonLink look="outline-primary" to={search(next)}>{t("transparency.journal.older")}</ButtonLink>}
      </p>
      <Section title={t("transparency.journal.check.title")} id="catena">
        <ChainHead heads={heads} />
      </Section>
    </>
  );
}
