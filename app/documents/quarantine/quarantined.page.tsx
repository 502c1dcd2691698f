// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Checkbox, Chip, ErrorSummary, Facts, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { readQuarantined } from "./list-quarantine.server";
import { reasonKey, Resolution } from "./quarantine";
import { resolveQuarantined } from "./resolve-quarantined.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { at, resolvedAt, title, documentId, person, body, reason, size, words, alike, note, resolver } = await readQuarantined(ctx, params.id ?? "");
  return {
    title: translate(ctx.locale, "documents.quarantine.one", { when: formatDateTime(at, ctx.locale) }),
    document: title ?? documentId,
    resolved: resolvedAt && formatDateTime(resolvedAt, ctx.locale),
    person,
    body,
    reason: reasonKey(reason),
    size,
    words,
    alike,
    note,
    resolver,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await resolveQuarantined(ctx, { id: params.id ?? "", ...parse(Resolution, form) });
  return redirectWith(paths.quarantine("open"), "documents.quarantine.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function QuarantinedPage() {
  const { t } = useTranslation();
  const { title, document, resolved, person, body, reason, size, words, alike, note, resolver } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const say = (name: string, values = {}) => t(`documents.quarantine.${name}`, values);
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ to: paths.quarantine(resolved ? "resolved" : "open"), label: say("title") }]}
        chips={<Chip tone={resolved ? "success" : "warning"}>{say(`oneState.${resolved ? "resolved" : "open"}`)}</Chip>}
      />
      <ErrorSummary state={state} />
      <Facts
        rows={[
          [say("who"), say("forBody", { person: person ?? say("unknown"), body: body ?? say("noBody") })],
          [say("document"), document],
          [say("reason"), say(`because.${reason}.short`)],
          [say("size"), say("bytes", { count: size })],
          [say("resolvedAt"), resolved && say("resolvedBy", { when: resolved, person: resolver ?? say("unknown") })],
          [say("note.label"), note],
        ]}
      />
      <p>{say(`because.${reason}.long`)}</p>
      <Section title={say("words")}>{words?.trim() ? <pre className="letter-body">{words}</pre> : <p>{say(words === null ? "noText" : "noWords")}</p>}</Section>
      {resolved ? null : (
        <Section title={say("resolve")}>
          <Form method="post" className="stacked-form">
            <TextArea name="note" label={say("note.label")} hint={say("note.hint")} rows={4} required state={state} />
            {alike > 0 ? <Checkbox name="alike" label={say("alike", { count: alike })} state={state} /> : null}
            <Button>{say("resolve")}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}
