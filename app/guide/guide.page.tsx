// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CardGrid, PageHeader, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { notes, readers } from "./chapters";
import { listDecisions, readChapter } from "./read-chapter.server";

export const loader = load(async ({ locale }) => ({
  title: translate(locale, "guide.title"),
  notes: notes.map((slug) => ({ slug, title: readChapter(slug, locale).title })),
  decisions: listDecisions(),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Guide() {
  const { title, notes, decisions } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t("guide.lead")} />
      <CardGrid>
        {readers.map((slug) => (
          <Card key={slug} level="h2" title={t(`guide.reader.${slug}.title`)} to={paths.guide(slug)}>
            <p>{t(`guide.reader.${slug}.lead`)}</p>
          </Card>
        ))}
      </CardGrid>
      <Section title={t("guide.notes")}>
        <ul className="plain-list">
          {notes.map(({ slug, title }) => (
            <li key={slug}>
              <Link to={paths.guide(slug)}>{title}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("guide.decisions.title")}>
        <p>{t("guide.decisions.lead")}</p>
        <ul className="plain-list" lang="en">
          {decisions.map(({ slug, title }) => (
            <li key={slug}>
              <Link to={paths.guide(`scelte/${slug}`)}>{title}</Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
