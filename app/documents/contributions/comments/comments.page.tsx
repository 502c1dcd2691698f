// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button, ButtonLink, Callout, ErrorSummary, type FormState, Empty, PageHeader, Section, Select, TextArea } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentStyles } from "../../parts/styles";
import { ThreadCard } from "../parts/thread-card";
import { editComment, withdrawComment } from "./change-comment.server";
import { EditComment, MAX_COMMENT, OfComment, OfThread, OpenThread, Reply } from "./comment";
import { listThreads } from "./list-threads.server";
import { openThread } from "./open-thread.server";
import { reply } from "./reply.server";
import { reopenThread, resolveThread } from "./resolve-thread.server";

export const links = documentStyles;

export const loader = load(async (ctx, { params }) => {
  const page = await listThreads(ctx, params.id ?? "");
  return { ...page, title: translate(ctx.locale, "contributions.comment.pageTitle", { title: page.document.title }) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const documentId = params.id ?? "";
  const { what } = parse(What, form);
  const said = await acts[what](ctx, form, documentId);
  // the panel beside the editor stays where it is
  return form.get("from") === "panel" ? { done: true as const } : redirectWith(paths.documentComments(documentId), said);
});

type Doing = (ctx: Parameters<typeof openThread>[0], form: FormData, documentId: string) => Promise<string>;

/** What can be asked here, and the sentence that says it is done. */
const acts = {
  open: async (ctx, form, documentId) => {
    await openThread(ctx, { ...parse(OpenThread, form), documentId });
    return "contributions.comment.opened";
  },
  reply: async (ctx, form, documentId) => {
    await reply(ctx, { ...parse(Reply, form), documentId });
    return "contributions.comment.answered";
  },
  resolve: async (ctx, form, documentId) => {
    await resolveThread(ctx, { ...parse(OfThread, form), documentId });
    return "contributions.comment.resolved";
  },
  reopen: async (ctx, form, documentId) => {
    await reopenThread(ctx, { ...parse(OfThread, form), documentId });
    return "contributions.comment.reopened";
  },
  edit: async (ctx, form, documentId) => {
    await editComment(ctx, { ...parse(EditComment, form), documentId });
    return "contributions.comment.corrected";
  },
  withdraw: async (ctx, form, documentId) => {
    await withdrawComment(ctx, { ...parse(OfComment, form), documentId });
    return "contributions.comment.taken";
  },
} satisfies Record<string, Doing>;

const What = z.object({ what: z.enum(Object.keys(acts) as (keyof typeof acts)[]) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function Comments() {
  const { t } = useTranslation();
  const { document, title, open, closed, may } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("contributions.comment.lead")}
        trail={[{ to: paths.documents(), label: t("documents.name") }, { to: paths.document(document.id), label: document.title }]}
        actions={<ButtonLink look="outline-primary" to={paths.document(document.id)}>{t("contributions.comment.document")}</ButtonLink>}
      />
      {state?.values.what === "open" ? null : <ErrorSummary state={state} labels={{ text: t("contributions.comment.text") }} />}
      <Section title={t("contributions.comment.count", { count: open.length })}>
        {open.length === 0 ? <Empty>{t("contributions.comment.none")}</Empty> : null}
        {open.map((thread) => (
          <ThreadCard key={thread.id} thread={thread} state={state} />
        ))}
      </Section>
      {may.comment ? <NewComment state={state?.values.what === "open" ? state : null} /> : may.because ? <Callout tone="neutral">{t(may.because)}</Callout> : null}
      {closed.length > 0 ? (
        <Section title={t("contributions.comment.closed", { count: closed.length })}>
          {closed.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} state={state} />
          ))}
        </Section>
      ) : null}
    </>
  );
}

/** A comment on a paragraph chosen from a list: for who has no editor at hand. */
function NewComment({ state }: { state: FormState }) {
  const { t } = useTranslation();
  const { paragraphs } = useLoaderData<typeof loader>();
  const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 90).trimEnd()}…` : text);
  return (
    <Section title={t("contributions.comment.new")} id="nuovo">
      <Form method="post" className="concerto-form no-print" noValidate>
        <ErrorSummary state={state} labels={{ place: t("contributions.comment.paragraph"), text: t("contributions.comment.text") }} />
        <Select
          name="place"
          label={t("contributions.comment.paragraph")}
          required
          empty={t("contributions.comment.chooseParagraph")}
          state={state}
          options={paragraphs.map(({ number, text }) => ({ value: String(number), label: shortened(text) }))}
        />
        <TextArea name="text" label={t("contributions.comment.text")} required maxLength={MAX_COMMENT} state={state} />
        <Button name="what" value="open">{t("contributions.comment.send")}</Button>
      </Form>
    </Section>
  );
}
