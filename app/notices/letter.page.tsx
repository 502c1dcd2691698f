// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, ErrorSummary, Facts, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { readLetter } from "./list-letters.server";
import { retryLetter } from "./retry-letter.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const letter = await readLetter(ctx, params.id ?? "");
  const when = (instant: Date | null) => instant && formatDateTime(instant, ctx.locale);
  return {
    subject: letter.subject,
    recipient: letter.recipient,
    body: letter.body,
    state: letter.state,
    attempts: letter.attempts,
    lastError: letter.lastError,
    written: when(letter.createdAt),
    sent: when(letter.sentAt),
    next: letter.state === "waiting" && letter.attempts > 0 ? when(letter.nextAttemptAt) : null,
  };
});

export const action = act(async (ctx, _form, { params }) => {
  signedIn(ctx);
  await retryLetter(ctx, params.id ?? "");
  return redirectWith(paths.outbox("waiting"), "notices.outbox.retried");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.subject ?? ""} · Concerto` }];

const tones = { waiting: "neutral", sent: "success", failed: "danger" } as const;

export default function LetterPage() {
  const { t } = useTranslation();
  const letter = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader
        title={letter.subject}
        chips={<Chip tone={tones[letter.state]}>{t(`notices.outbox.one.${letter.state}`)}</Chip>}
        trail={[{ to: paths.outbox(letter.state), label: t("notices.outbox.title") }]}
      />
      <ErrorSummary state={state} />
      <Facts
        rows={[
          [t("notices.outbox.recipient"), letter.recipient],
          [t("notices.outbox.when.waiting"), letter.written],
          [t("notices.outbox.when.sent"), letter.sent],
          [t("notices.outbox.attempts"), letter.attempts],
          [t("notices.outbox.nextAttempt"), letter.next],
          [t("notices.outbox.lastError"), letter.lastError],
        ]}
      />
      <pre className="letter-body">{letter.body}</pre>
      {letter.state === "failed" ? (
        <Form method="post">
          <Button>{t("notices.outbox.retry")}</Button>
        </Form>
      ) : null}
    </>
  );
}
