// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, CheckboxGroup, Chip, Empty, ErrorSummary, Field, type FormState, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { orderTables } from "../policy";
import { listCampaigns, officesToAsk, openCampaign } from "./campaigns.server";

export const loader = load(async (ctx) => {
  signedIn(ctx);
  const campaigns = (await listCampaigns(ctx)).map(({ id, title, opensAt, due, closedAt }) => ({ id, title, opened: formatShortDate(opensAt, ctx.locale), due: formatShortDate(due, ctx.locale), closed: closedAt !== null }));
  const may = orderTables(ctx.actor).ok;
  return { title: translate(ctx.locale, "tables.mappingForm.title"), campaigns, offices: may ? await officesToAsk(ctx) : null };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  const { campaignId } = await openCampaign(ctx, form);
  return redirectWith(paths.mapping(campaignId), "tables.mappingForm.opened");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function MappingsPage() {
  const { t } = useTranslation();
  const { title, campaigns, offices } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { title: t("tables.mappingForm.field.title"), due: t("tables.mappingForm.field.due"), dormantMonths: t("tables.mappingForm.field.dormantMonths"), offices: t("tables.mappingForm.field.offices") };
  return (
    <>
      <PageHeader title={title} lead={t("tables.mappingForm.lead")} trail={[{ to: paths.tables(), label: t("tables.title") }]} />
      {campaigns.length === 0 ? <Empty>{t("tables.mappingForm.none")}</Empty> : null}
      <ul className="plain-list">
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <Link to={paths.mapping(campaign.id)}>{campaign.title}</Link> <Chip tone={campaign.closed ? "neutral" : "warning"}>{t(`tables.mappingForm.campaign.${campaign.closed ? "closed" : "open"}`)}</Chip>
            <div className="muted">{t("tables.mappingForm.between", { from: campaign.opened, to: campaign.due })}</div>
          </li>
        ))}
      </ul>
      {offices ? (
        <Section title={t("tables.mappingForm.open")} id="nuova">
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state} labels={labels} />
            <Field name="title" label={labels.title} hint={t("tables.mappingForm.hint.title")} maxLength={160} state={state} required />
            <Field name="due" type="date" label={labels.due} hint={t("tables.mappingForm.hint.due")} state={state} required />
            <Field name="dormantMonths" type="number" min={1} max={36} label={labels.dormantMonths} hint={t("tables.mappingForm.hint.dormantMonths")} initial="6" state={state} required />
            <CheckboxGroup
              name="offices"
              legend={labels.offices}
              hint={t("tables.mappingForm.hint.offices")}
              options={offices.map(({ id, name, tables }) => ({ value: id, label: `${name} (${t("tables.mappingForm.ownTables", { count: tables })})` }))}
              checked={offices.filter(({ tables }) => tables > 0).map(({ id }) => id)}
              state={state}
            />
            <div className="form-actions">
              <Button>{t("tables.mappingForm.openDo")}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
