// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, type FormState, PageHeader, TextArea } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { NoticeForm } from "./notice";
import { lintNotice } from "./notice-lint";
import { noticeLabels } from "./notice-labels";
import { NoticeFields } from "./parts/notice-fields";
import { mayManage } from "./policy";
import { loadProcedure } from "./procedure-rows.server";
import { correctNotice } from "./publish-notice.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { procedure, notice, state } = await loadProcedure(ctx.db.read, params.id ?? "", ctx.now);
  enforce(mayManage(ctx.actor, procedure));
  if (state !== "published") throw problem("conflict", { because: "procedures.lack.notNow" });
  return {
    title: translate(ctx.locale, "procedures.correct.title"), id: procedure.id, kind: procedure.kind, name: procedure.title,
    content: notice.content, version: notice.version, warnings: lintNotice(notice.content),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  await correctNotice(ctx, { procedureId: id, content: parse(NoticeForm, form), reason: String(form.get("reason") ?? "").trim() });
  return redirectWith(paths.procedure(id), "procedures.correct.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function CorrectNotice() {
  const { title, id, kind, name, content, version, warnings } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t("procedures.correct.lead", { version: version + 1 })} trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.procedure(id), label: name }]} />
      <Form method="post" className="concerto-form wide" noValidate>
        <ErrorSummary state={state} labels={noticeLabels(t)} />
        <TextArea name="reason" label={t("procedures.correct.reason")} hint={t("procedures.correct.reasonHint")} rows={3} state={state} required />
        <NoticeFields kind={kind} notice={content} state={state} warnings={warnings} fixedTerm />
        <div className="form-actions">
          <Button>{t("procedures.correct.do")}</Button>
          <ButtonLink look="link" to={paths.procedure(id)}>{t("web.form.cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
