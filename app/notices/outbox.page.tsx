// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, DataTable, Empty, PageHeader, Tabs } from "~/ui";
import { readEnv } from "~/web/env.server";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { pageAsked } from "~/web/whole-number";
import { letterStates } from "./letter";
import { listLetters } from "./list-letters.server";

export const loader = load(async (ctx, { url }) => {
  signedIn(ctx);
  const state = letterStates.find((each) => each === url.searchParams.get("stato")) ?? "waiting";
  const page = pageAsked(url);
  const { letters, counts, pages } = await listLetters(ctx, { state, page });
  return {
    title: translate(ctx.locale, "notices.outbox.title"),
    posted: readEnv().SMTP_URL !== undefined,
    state,
    page,
    pages,
    counts,
    letters: letters.map(({ id, recipient, subject, attempts, createdAt, sentAt }) => ({ id, recipient, subject, attempts, when: formatDateTime(sentAt ?? createdAt, ctx.locale) })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function OutboxPage() {
  const { t } = useTranslation();
  const { title, posted, state, page, pages, counts, letters } = useLoaderData<typeof loader>();
  const label = (each: (typeof letterStates)[number]) => `${t(`notices.outbox.state.${each}`)} (${counts[each]})`;
  return (
    <>
      <PageHeader title={title} lead={t("notices.outbox.lead")} />
      {posted ? null : (
        <Callout tone="warning" title={t("notices.outbox.noServerTitle")}>
          <p>{t("notices.outbox.noServer")}</p>
        </Callout>
      )}
      <Tabs label={title} tabs={letterStates.map((each) => ({ to: paths.outbox(each), label: label(each), active: each === state }))} />
      {letters.length === 0 ? (
        <Empty>{t(`notices.outbox.none.${state}`)}</Empty>
      ) : (
        <DataTable caption={t(`notices.outbox.state.${state}`)} head={[t("notices.outbox.subject"), t("notices.outbox.recipient"), t(`notices.outbox.when.${state}`), t("notices.outbox.attempts")]}>
          {letters.map((letter) => (
            <tr key={letter.id}>
              <th scope="row">
                <Link to={paths.letter(letter.id)}>{letter.subject}</Link>
              </th>
              <td data-label={t("notices.outbox.recipient")}>{letter.recipient}</td>
              <td data-label={t(`notices.outbox.when.${state}`)}>{letter.when}</td>
              <td data-label={t("notices.outbox.attempts")}>{letter.attempts}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {pages > 1 ? (
        <nav className="form-actions" aria-label={t("notices.outbox.pages")}>
          {page > 1 ? <Link to={`${paths.outbox(state)}&pagina=${page - 1}`}>{t("notices.outbox.newer")}</Link> : null}
          {page < pages ? <Link to={`${paths.outbox(state)}&pagina=${page + 1}`}>{t("notices.outbox.older")}</Link> : null}
        </nav>
      ) : null}
    </>
  );
}
