// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, DataTable, Facts, PageHeader, Section } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { troublesIn } from "~/web/health";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { tendQuarantine } from "../quarantine/policy";
import { reasonKey } from "../quarantine/quarantine";
import { readLosses } from "./read-losses.server";

export const loader = load(async (ctx, { site }) => {
  signedIn(ctx);
  enforce(tendQuarantine(ctx.actor));
  const figures = site.health();
  const { until, texts, brought, setAside } = await readLosses(ctx);
  const percent = new Intl.NumberFormat(ctx.locale, { style: "percent", maximumFractionDigits: 0 });
  return {
    title: translate(ctx.locale, "documents.service.title"),
    troubles: troublesIn(figures),
    figures: { ...figures, diskFree: figures.diskFree === null ? null : percent.format(figures.diskFree) },
    setAside,
    recovery: until && {
      until: formatDateTime(until, ctx.locale),
      texts,
      brought: brought.map(({ documentId, seq, at, title, person, body }) => ({ key: `${documentId} ${seq}`, when: formatDateTime(at, ctx.locale), document: title ?? documentId, person, body })),
    },
    refused: Object.entries(figures.refused).map(([reason, count]) => ({ reason: reasonKey(reason), count })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ServicePage() {
  const { t } = useTranslation();
  const { title, troubles, figures, refused, recovery, setAside } = useLoaderData<typeof loader>();
  const say = (name: string, values = {}) => t(`documents.service.${name}`, values);
  return (
    <>
      <PageHeader title={title} lead={say("lead")} />
      {troubles.length === 0 ? (
        <Callout tone="success">
          <p>{say("well")}</p>
        </Callout>
      ) : (
        <Callout tone="danger" title={say("notWell")}>
          <ul>
            {troubles.map((each) => (
              <li key={each}>{say(`trouble.${each}`)}</li>
            ))}
          </ul>
        </Callout>
      )}
      {recovery ? <Recovery {...recovery} /> : null}
      <Section title={say("now")}>
        <Facts
          rows={[
            [say("people"), figures.people],
            [say("openTexts"), figures.openTexts],
            [say("notStoring"), figures.notStoring],
            [say("waiting"), say("milliseconds", { count: figures.waitingMs })],
            [say("delay"), say("milliseconds", { count: figures.delayMs })],
            [say("disk"), figures.diskFree],
            [say("setAside"), setAside],
          ]}
        />
      </Section>
      <Section title={say("sinceStart")}>
        <Facts
          rows={[
            [say("commits"), figures.commits],
            [say("failures"), figures.commitFailures],
            ...refused.map(({ reason, count }): [string, number] => [say("refused", { reason: t(`documents.quarantine.because.${reason}.short`) }), count]),
          ]}
        />
        <p>
          <Link to={paths.quarantine("open")}>{say("toQuarantine")}</Link>
        </p>
      </Section>
    </>
  );
}

type RecoveryFacts = { until: string; texts: number; brought: { key: string; when: string; document: string; person: string | null; body: string | null }[] };

/** While what an older copy lacks, or a damaged row held, may be brought back by those who still have it. */
function Recovery({ until, texts, brought }: RecoveryFacts) {
  const { t } = useTranslation();
  const say = (name: string, values = {}) => t(`documents.service.recovery.${name}`, values);
  return (
    <Section title={say("title")}>
      <p>{say("lead", { until, count: texts })}</p>
      {brought.length === 0 ? (
        <p>{say("none")}</p>
      ) : (
        <DataTable caption={say("caption")} head={[say("when"), say("document"), say("who")]}>
          {brought.map(({ key, when, document, person, body }) => (
            <tr key={key}>
              <th scope="row">{when}</th>
              <td data-label={say("document")}>{document}</td>
              <td data-label={say("who")}>{t("documents.quarantine.forBody", { person: person ?? t("documents.quarantine.unknown"), body: body ?? t("documents.quarantine.noBody") })}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
}
