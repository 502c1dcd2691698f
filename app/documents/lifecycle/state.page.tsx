// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, Checkbox, Empty, type FormState, PageHeader, Section } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentHead } from "../document-head.server";
import { DocumentChips } from "../parts/document-chips";
import { documentStyles } from "../parts/styles";
import { mayGovern } from "../policy";
import { stateChanges } from "../versions/timeline.server";
import { VersionTimeline } from "../versions/version-timeline";
import { changeState } from "./change-state.server";
import { CommentsRule, StateChange } from "./forms";
import { requireClosedComments } from "./require-closed-comments.server";
import { StepForm } from "./step-form";
import { type StepName, stepsNow } from "./states";

export const links = documentStyles;

/** Approving has a page of its own, because it seals. */
const byForm = (name: StepName): name is Exclude<StepName, "approve"> => name !== "approve";

export const loader = load(async (ctx, { params }) => {
  const { row, position, head } = await documentHead(ctx, params.id ?? "");
  const decision = mayGovern(ctx.actor, row, position);
  return {
    head,
    steps: decision.ok ? stepsNow(row, ctx.now).filter(byForm) : [],
    mayApprove: decision.ok && stepsNow(row, ctx.now).includes("approve"),
    commentsRule: decision.ok && (row.state === "draft" || row.state === "consultation") ? { required: row.commentsMustClose === true } : null,
    because: decision.ok ? null : decision.because,
    changes: await stateChanges(ctx, head.id),
    title: `${translate(ctx.locale, "documents.lifecycle.title")} · ${head.title}`,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const documentId = params.id ?? "";
  if (form.get("step") === "commentsRule") {
    await requireClosedComments(ctx, { documentId, ...parse(CommentsRule, form) });
    return redirectWith(paths.documentState(documentId), "documents.lifecycle.done.commentsRule");
  }
  const { step: name, ...rest } = parse(StateChange, form);
  await changeState(ctx, { documentId, name, ...rest });
  return redirectWith(paths.documentState(documentId), `documents.lifecycle.done.${name}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function StatePage() {
  const { t } = useTranslation();
  const { head, steps, mayApprove, because, changes, commentsRule } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  return (
    <>
      <PageHeader title={t("documents.lifecycle.title")} lead={t("documents.lifecycle.lead", { title: head.title })} trail={head.trail} chips={<DocumentChips document={head} />} />
      <p>{t(`documents.lifecycle.what.${head.state}`)}</p>
      {because ? (
        <Callout tone="neutral">
          <p>{t(because)}</p>
        </Callout>
      ) : null}
      {mayApprove ? (
        <p className="no-print">
          <ButtonLink to={paths.approveDocument(head.id)}>{t("sealing.approve.action")}</ButtonLink>
        </p>
      ) : null}
      {steps.map((step) => (
        <StepForm key={step} step={step} endsAt={head.consultationEndsAt} state={state?.values.step === step ? state : null} />
      ))}
      {commentsRule ? (
        <Section title={t("documents.lifecycle.commentsRule.title")}>
          <Form method="post" className="concerto-form no-print">
            <input type="hidden" name="step" value="commentsRule" />
            <Checkbox name="required" label={t("documents.lifecycle.commentsRule.label")} checked={commentsRule.required} />
            <Button look="outline-primary">{t("web.form.save")}</Button>
          </Form>
        </Section>
      ) : null}
      <Section title={t("documents.lifecycle.history")}>
        {changes.length === 0 ? <Empty>{t("documents.lifecycle.none")}</Empty> : <VersionTimeline documentId={head.id} moments={changes.map((change) => ({ what: "state" as const, ...change }))} />}
      </Section>
    </>
  );
}
