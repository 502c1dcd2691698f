// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, type FormState, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentHead } from "../../document-head.server";
import { DocumentChips } from "../../parts/document-chips";
import { documentStyles } from "../../parts/styles";
import { maySuggest } from "../../policy";
import { notCarried } from "../compare/difference";
import { LossList } from "../import-report";
import { confirmProposal } from "./confirm-proposal.server";
import { DifferenceList } from "./difference-list";
import { viewProposal } from "./view-proposal.server";

export const links = documentStyles;

/** What a file has differently, shown before it is proposed in the name of a body. */
export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { head, row, position } = await documentHead(ctx, params.id ?? "");
  const { proposal, comparison, comments } = await viewProposal(ctx, { documentId: head.id, jobId: params.job ?? "" });
  const decision = maySuggest(ctx.actor, row, position);
  const { fileName, lost, confirmed, seq } = proposal;
  return {
    head, fileName, lost, confirmed, comments,
    knowsBase: seq !== null,
    differences: comparison.differences,
    notCarried: comparison.notCarried,
    body: ctx.actor?.organisationName ?? "",
    because: decision.ok ? null : decision.because,
    title: translate(ctx.locale, "imports.proposal.review"),
  };
});

export const action = act(async (ctx, _form, { params, site }) => {
  const documentId = params.id ?? "";
  await confirmProposal(ctx, site.liveTexts, { documentId, jobId: params.job ?? "" });
  return redirectWith(paths.document(documentId, "suggerimenti"), "imports.proposal.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.head.title} · Concerto` }];

export default function ReviewProposalPage() {
  const { t } = useTranslation();
  const { head, fileName, lost, confirmed, comments, knowsBase, differences, notCarried: left, body, because, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const count = differences.length;
  const nothing = count + comments.length === 0;
  return (
    <>
      <PageHeader title={title} lead={t("imports.proposal.reviewLead", { file: fileName, count })} trail={head.trail} chips={<DocumentChips document={head} />} />
      <ErrorSummary state={state} labels={{}} />
      {confirmed ? <Callout tone="success" title={t("imports.proposal.confirmed", { count: confirmed.made })}><p>{t("imports.proposal.confirmedComments", { count: confirmed.comments })}</p></Callout> : null}
      {knowsBase ? null : <Callout tone="warning"><p>{t("imports.proposal.noBase")}</p></Callout>}
      {nothing ? <p>{t("imports.proposal.nothing")}</p> : null}
      <DifferenceList differences={differences} />
      {comments.length > 0 ? (
        <Section title={t("imports.proposal.comments", { count: comments.length })}>
          <ul>
            {comments.map(({ text, words }) => (
              <li key={`${words} ${text}`}>
                {t("imports.proposal.comment", { words: words.slice(0, 80), text })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {notCarried.map((what) => (left[what] ? <p key={what}>{t(`imports.proposal.notCarried.${what}`, { count: left[what] })}</p> : null))}
      {lost.length > 0 ? <LossList lost={lost} /> : null}
      {because && !confirmed ? <Callout tone="neutral"><p>{t(because)}</p></Callout> : null}
      <Form method="post" className="form-actions no-print">
        {confirmed || because || nothing ? null : <Button>{t("imports.proposal.confirm", { body })}</Button>}
        <ButtonLink look="outline-primary" to={confirmed ? paths.document(head.id) : paths.proposeFromFile(head.id)}>
          {t(confirmed ? "jobs.toDocument" : "imports.proposal.otherFile")}
        </ButtonLink>
      </Form>
    </>
  );
}
