// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, ErrorSummary, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { findStrategy } from "./find-parts.server";
import { ActionFields, useActionLabels } from "./parts/action-fields";
import { partnerChoices } from "./partner-choices.server";
import { recordAction as mayRecord } from "./policy";
import { recordAction } from "./record-action.server";

export const loader = load(async (ctx, { params }) => {
  const actor = signedIn(ctx);
  const { strategy, objective, area } = await findStrategy(ctx, params.id ?? "");
  enforce(mayRecord(actor, { ended: strategy.endedAt !== null }));
  return {
    strategy,
    objective: { id: objective.id, code: objective.code },
    area: { number: area.number, title: area.title },
    body: actor.organisationName ?? "",
    bodies: await partnerChoices(ctx, actor.organisationId ?? ""),
    pageTitle: translate(ctx.locale, "plan.action.new"),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const strategyId = params.id ?? "";
  await recordAction(ctx, { strategyId, form });
  return redirectWith(paths.planStrategy(strategyId), "plan.action.declared");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ""} · Concerto` }];

export default function NewActionPage() {
  const { t } = useTranslation();
  const { strategy, objective, area, body, bodies } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [
    { to: paths.plan(), label: t("plan.title") },
    { to: paths.planArea(area.number), label: `${area.number} ${area.title}` },
    { to: paths.planStrategy(strategy.id), label: t("plan.strategy.short", { code: strategy.code }) },
  ];
  return (
    <>
      <PageHeader title={t("plan.action.new")} lead={t("plan.action.newLead", { body })} trail={trail} />
      <Callout title={`${objective.code} · ${t("plan.strategy.short", { code: strategy.code })}`} tone="neutral">
        <p>{strategy.text}</p>
      </Callout>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={useActionLabels()} />
        <ActionFields state={state} bodies={bodies} />
        <div className="form-actions">
          <Button>{t("plan.action.save")}</Button>
          <Link to={paths.planStrategy(strategy.id)} className="btn btn-link">
            {t("web.form.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
