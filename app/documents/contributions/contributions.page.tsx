// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button, Callout, Empty, ErrorSummary, type FormState, PageHeader, Section } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, type Request$, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentHead } from "../document-head.server";
import { documentStyles } from "../parts/styles";
import { answerContribution, setPostponedAside } from "./answers/answer-contribution.server";
import { Answer, Observe, Which } from "./answers/outcomes";
import { listContributions } from "./list-contributions.server";
import { LedgerFiles } from "./parts/ledger-files";
import { observe } from "./observations/observe.server";
import { ContributionCard } from "./parts/contribution-card";
import { ContributionFilter } from "./parts/contribution-filter";
import { ObservationForm } from "./parts/observation-form";
import { withdrawContribution } from "./withdraw-contribution.server";

export const links = documentStyles;

export const loader = load(async (ctx, { params, url }) => {
  const { head } = await documentHead(ctx, params.id ?? "");
  const page = await listContributions(ctx, head.id, url);
  return { ...page, head, title: translate(ctx.locale, "contributions.ledger.pageTitle", { title: head.title }) };
});

export const action = act(async (ctx, form, { params, site }) => {
  signedIn(ctx);
  const documentId = params.id ?? "";
  const { what } = parse(What, form);
  const said = await acts[what](ctx, form, documentId, site);
  // the panel beside the editor stays where it is
  return form.get("from") === "panel" ? { done: true as const } : redirectWith(paths.documentSuggestions(documentId), said);
});

type Doing = (ctx: Parameters<typeof observe>[0], form: FormData, documentId: string, site: Request$["site"]) => Promise<string>;

const acts = {
  answer: async (ctx, form, documentId, site) => {
    await answerContribution(ctx, site.liveTexts, { ...parse(Answer, form), documentId });
    return "contributions.answer.given";
  },
  withdraw: async (ctx, form, documentId, site) => {
    await withdrawContribution(ctx, site.liveTexts, { ...parse(Which, form), documentId });
    return "contributions.ledger.withdrawn";
  },
  observe: async (ctx, form, documentId) => {
    await observe(ctx, { ...parse(Observe, form), documentId });
    return "contributions.observation.made";
  },
  setAside: async (ctx, _form, documentId, site) => {
    await setPostponedAside(ctx, site.liveTexts, documentId);
    return "contributions.answer.setAsideDone";
  },
} satisfies Record<string, Doing>;

const What = z.object({ what: z.enum(Object.keys(acts) as (keyof typeof acts)[]) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function Contributions() {
  const { t } = useTranslation();
  const { head, title, shown, filter, bodies, counts, sections, postponedInText, may } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const [params] = useSearchParams();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("contributions.ledger.lead")}
        trail={head.trail}
        actions={<LedgerFiles file={(format) => `${paths.documentSuggestionsFile(head.id, format)}?${params}`} />}
      />
      <ErrorSummary state={state} labels={{ text: t("contributions.observation.text"), reason: t("contributions.answer.reason"), outcome: t("contributions.answer.outcome") }} />
      <ContributionFilter filter={filter} bodies={bodies} />
      <Section title={t("contributions.ledger.count", { count: counts.open })}>
        {postponedInText > 0 && may.setAside ? (
          <Callout tone="neutral">
            <p>{t("contributions.answer.setAsideWhy", { count: postponedInText })}</p>
            <Form method="post" className="no-print">
              <Button small look="outline-primary" name="what" value="setAside">{t("contributions.answer.setAside")}</Button>
            </Form>
          </Callout>
        ) : null}
        {shown.length === 0 ? <Empty>{t(counts.all === 0 ? "contributions.ledger.none" : "contributions.ledger.noneSuch")}</Empty> : null}
        {shown.map((contribution) => (
          <ContributionCard key={contribution.id} contribution={contribution} state={state} />
        ))}
      </Section>
      {may.observe ? <ObservationForm sections={sections} state={state} /> : may.because ? <Callout tone="neutral"><p>{t(may.because)}</p></Callout> : null}
    </>
  );
}
