// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Checkbox, ErrorSummary, Field, type FormState, PageHeader, TextArea } from "~/ui";
import { readEnv } from "~/web/env.server";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { readDocumentContent } from "../content.server";
import { documentHead } from "../document-head.server";
import { mayStep } from "../lifecycle/states";
import { DocumentChips } from "../parts/document-chips";
import { documentStyles } from "../parts/styles";
import { mayGovern } from "../policy";
import { approveDocument } from "./approve-document.server";
import { obstacles } from "./obstacles.server";
import { Approve } from "./sealing-forms";

export const links = documentStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { row, position, head } = await documentHead(ctx, params.id ?? "");
  const governs = mayGovern(ctx.actor, row, position);
  const refused = [governs, mayStep(row, "approve", ctx.now)].find((decision) => !decision.ok);
  const { json } = await readDocumentContent(ctx, head.id);
  // while a consultation runs, what will have to be settled is worth knowing
  const open = !governs.ok || head.state === "approved" || head.state === "superseded" ? [] : await obstacles(ctx, head.id, json);
  return { head, because: refused && !refused.ok ? refused.because : null, open, title: translate(ctx.locale, "sealing.approve.title") };
});

export const action = act(async (ctx, form, { params, site }) => {
  signedIn(ctx);
  const documentId = params.id ?? "";
  const { reason, protocol } = parse(Approve, form);
  const { COMUNE: comune, origin } = readEnv();
  await approveDocument(ctx, site.liveTexts, { documentId, reason, protocol: protocol || null, comune, origin });
  return redirectWith(paths.documentSeal(documentId), "sealing.approve.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.head.title} · Concerto` }];

export default function ApprovePage() {
  const { head, because, open, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t("sealing.approve.lead", { title: head.title })} trail={head.trail} chips={<DocumentChips document={head} />} />
      <ErrorSummary state={state} labels={{ reason: t("sealing.approve.reason"), protocol: t("sealing.approve.protocol"), sure: t("sealing.approve.sure") }} />
      {because ? (
        <Callout tone="warning">
          <p>{t(because)}</p>
          <p>
            <Link to={paths.documentState(head.id)}>{t("documents.lifecycle.title")}</Link>
          </p>
        </Callout>
      ) : null}
      {open.length > 0 ? (
        <Callout tone="warning" title={t("sealing.open")}>
          <ul>
            {open.map(({ id, says, values, to }) => (
              <li key={id}>
                <Link to={to}>{t(says, values)}</Link>
              </li>
            ))}
          </ul>
          {open.some(({ says }) => says !== "sealing.obstacle.heading") ? <p>{t("sealing.openHint")}</p> : null}
          {open.some(({ says }) => says === "sealing.obstacle.heading") ? <p>{t("sealing.headingHint")}</p> : null}
        </Callout>
      ) : null}
      {because || open.length > 0 ? null : (
        <Form method="post" className="concerto-form">
          <p>{t("sealing.approve.what")}</p>
          <TextArea name="reason" label={t("sealing.approve.reason")} hint={t("sealing.approve.reasonHint")} required state={state} rows={3} />
          <Field name="protocol" label={t("sealing.approve.protocol")} hint={t("paper.protocolHint")} maxLength={60} state={state} />
          <Checkbox name="sure" label={t("sealing.approve.sure")} state={state} id="sure" />
          <div className="form-actions">
            <Button>{t("sealing.approve.do")}</Button>
          </div>
        </Form>
      )}
    </>
  );
}
