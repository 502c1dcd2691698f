// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { editAction } from "./edit-action.server";
import { findAction } from "./list-actions.server";
import { ActionFields, useActionLabels } from "./parts/action-fields";
import { partnerChoices } from "./partner-choices.server";
import { changeAction } from "./policy";
import { withdrawAction } from "./withdraw-action.server";

export const loader = load(async (ctx, { params }) => {
  const actor = signedIn(ctx);
  const action = await findAction(ctx, params.id ?? "");
  enforce(changeAction(actor, { organisationId: action.organisation.id, withdrawn: action.withdrawnAt !== null }));
  return {
    action,
    bodies: await partnerChoices(ctx, action.organisation.id),
    pageTitle: translate(ctx.locale, "plan.action.edit"),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const actionId = params.id ?? "";
  if (form.get("do") === "withdraw") {
    await withdrawAction(ctx, { actionId, form });
    return redirectWith(paths.action(actionId), "plan.action.withdrawn");
  }
  await editAction(ctx, { actionId, form });
  return redirectWith(paths.action(actionId), "plan.action.changed");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ""} · Concerto` }];

export default function EditActionPage() {
  const { t } = useTranslation();
  const { action: plan, bodies } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const withdrawing = state?.values.do === "withdraw" ? state : null;
  const editing = withdrawing ? null : state;
  const trail = [
    { to: paths.plan(), label: t("plan.title") },
    { to: paths.action(plan.id), label: plan.title },
  ];
  return (
    <>
      <PageHeader title={t("plan.action.edit")} trail={trail} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={editing} labels={useActionLabels()} />
        <ActionFields state={editing} action={plan} bodies={bodies} />
        <div className="form-actions">
          <Button>{t("plan.action.saveEdit")}</Button>
          <Link to={paths.action(plan.id)} className="btn btn-link">
            {t("web.form.cancel")}
          </Link>
        </div>
      </Form>
      <Section title={t("plan.action.withdraw")}>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={withdrawing} labels={{ reason: t("plan.action.withdrawWhy") }} />
          <input type="hidden" name="do" value="withdraw" />
          <TextArea
            name="reason"
            label={t("plan.action.withdrawWhy")}
            hint={t("plan.action.withdrawNote")}
            state={withdrawing}
            rows={2}
            required
          />
          <Button look="outline-danger">{t("plan.action.withdraw")}</Button>
        </Form>
      </Section>
    </>
  );
}
