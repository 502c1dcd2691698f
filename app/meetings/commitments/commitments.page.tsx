// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { seatsAt, tableHeaderData } from "~/tables/index.server";
import { type FormState, Section, Tabs } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { commitmentFilters } from "./commitment";
import { commitmentsOf, tableOfRecord, viewCommitment } from "./find-commitments.server";
import { CommitmentForm } from "./parts/commitment-form";
import { CommitmentList } from "./parts/commitment-list";
import { keepRecord } from "./policy";
import { recordCommitment } from "./record-commitment.server";

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const { table, standing } = await tableOfRecord(ctx, params.slug ?? "");
  const filter = commitmentFilters.find((known) => known === url.searchParams.get("stato")) ?? "open";
  const may = keepRecord(ctx.actor, table, standing).ok;
  return {
    header: await tableHeaderData(ctx, table.id),
    title: translate(ctx.locale, "meetings.commitments.title"),
    filter,
    commitments: (await commitmentsOf(ctx, table, filter)).map((commitment) => viewCommitment(ctx, commitment)),
    bodies: may ? await bodiesOf(ctx, table.id) : [],
    may,
    today: toRomeDay(ctx.now),
  };
});

async function bodiesOf(ctx: Parameters<typeof tableOfRecord>[0], tableId: string) {
  const seated = await seatsAt(ctx.db.read, tableId, ctx.now);
  return [...new Map(seated.map(({ organisationId, organisationName }) => [organisationId, { value: organisationId, label: organisationName }])).values()];
}

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await recordCommitment(ctx, params.slug ?? "", form);
  return redirectWith(paths.tableCommitments(params.slug ?? ""), "meetings.commitments.recorded");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.header.name ?? ""} · Concerto` }];

export default function CommitmentsPage() {
  const { t } = useTranslation();
  const { header, title, filter, commitments, bodies, may, today } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="meetings" page={title} />
      <Tabs label={title} tabs={commitmentFilters.map((value) => ({ to: `${paths.tableCommitments(header.slug)}?stato=${value}`, label: t(`meetings.commitments.filter.${value}`), active: value === filter }))} />
      <CommitmentList slug={header.slug} commitments={commitments} empty={t(`meetings.commitments.none.${filter}`)} />
      {may ? (
        <Section title={t("meetings.commitments.recordTitle")}>
          <CommitmentForm bodies={bodies} today={today} state={state} />
        </Section>
      ) : null}
    </>
  );
}
