// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { NoticeForm } from "./notice";
import { lintNotice } from "./notice-lint";
import { noticeLabels } from "./notice-labels";
import { objectivesToChoose } from "./objectives.server";
import { NoticeFields } from "./parts/notice-fields";
import { ObjectivePicker } from "./parts/objective-picker";
import { mayManage } from "./policy";
import { loadProcedure } from "./procedure-rows.server";
import { saveNotice } from "./save-notice.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { procedure, notice, state } = await loadProcedure(ctx.db.read, params.id ?? "", ctx.now);
  const decision = mayManage(ctx.actor, procedure);
  // a draft of others does not exist
  if (!decision.ok && ["initiated", "notice_draft"].includes(state)) throw problem("missing");
  enforce(decision);
  if (!["initiated", "notice_draft"].includes(state)) throw problem("conflict", { because: "procedures.refusal.alreadyPublished" });
  return {
    title: translate(ctx.locale, "procedures.notice.title"), id: procedure.id, kind: procedure.kind, name: procedure.title,
    content: notice.content, warnings: lintNotice(notice.content),
    objectives: await objectivesToChoose(ctx), chosen: procedure.objectives.map(({ id }) => id),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  await saveNotice(ctx, { procedureId: id, content: parse(NoticeForm, form), objectives: form.getAll("objectives[]").map(String) });
  return redirectWith(form.get("then") === "stay" ? paths.notice(id) : paths.procedure(id), "procedures.notice.saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Notice() {
  const { title, id, kind, name, content, warnings, objectives, chosen } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t("procedures.notice.lead")} trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.procedure(id), label: name }]} />
      <Form method="post" className="concerto-form wide" noValidate>
        <ErrorSummary state={state} labels={noticeLabels(t)} />
        <ObjectivePicker objectives={objectives} chosen={chosen} state={state} />
        <NoticeFields kind={kind} notice={content} state={state} warnings={warnings} />
        <div className="form-actions">
          <Button name="then" value="go">{t("procedures.notice.saveAndGo")}</Button>
          <Button name="then" value="stay" look="outline-primary">{t("procedures.notice.saveAndStay")}</Button>
          <ButtonLink look="link" to={paths.procedure(id)}>{t("web.form.cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
