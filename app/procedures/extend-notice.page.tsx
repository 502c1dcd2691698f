// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, PageHeader, TextArea } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { formatInstant, parseRomeLocal, toRomeLocal } from "~/web/time";
import { translate } from "~/web/translate.server";
import { mayManage } from "./policy";
import { loadProcedure } from "./procedure-rows.server";
import { extendDeadline } from "./publish-notice.server";

const Extension = z.object({
  closesAt: z.string().transform((text, check) => {
    const instant = parseRomeLocal(text);
    if (instant) return instant;
    check.addIssue({ code: "custom", message: "procedures.notice.notAMoment" });
    return z.NEVER;
  }),
  reason: z.string().trim().min(1, { error: "procedures.lack.reason" }).max(2000),
});

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { procedure } = await loadProcedure(ctx.db.read, params.id ?? "", ctx.now);
  enforce(mayManage(ctx.actor, procedure));
  return { title: translate(ctx.locale, "procedures.extend.title"), id: procedure.id, name: procedure.title, closesAt: procedure.closesAt };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  await extendDeadline(ctx, { procedureId: id, ...parse(Extension, form) });
  return redirectWith(paths.procedure(id), "procedures.extend.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function ExtendNotice() {
  const { title, id, name, closesAt } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t, i18n } = useTranslation();
  const labels = { closesAt: t("procedures.extend.closesAt"), reason: t("procedures.extend.reason") };
  return (
    <>
      <PageHeader title={title} lead={t("procedures.extend.lead")} trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.procedure(id), label: name }]} />
      {closesAt ? <p>{t("procedures.extend.now", { when: formatInstant(closesAt, i18n.language as Locale) })}</p> : null}
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="closesAt" type="datetime-local" label={labels.closesAt} state={state} initial={closesAt ? toRomeLocal(closesAt).slice(0, 16) : ""} required />
        <TextArea name="reason" label={labels.reason} hint={t("procedures.extend.reasonHint")} state={state} required />
        <div className="form-actions">
          <Button>{t("procedures.extend.do")}</Button>
          <ButtonLink look="link" to={paths.procedure(id)}>{t("web.form.cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
