// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Facts, type FormState, PageHeader, Section, Timeline } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDateTime, toRomeDay } from "~/web/time";
import { commitmentSteps, mayFollow, ownSteps } from "./commitment";
import { findCommitment, lastDay, stepsOfCommitment, viewCommitment } from "./find-commitments.server";
import { moveCommitment } from "./move-commitment.server";
import { CommitmentChip } from "./parts/commitment-list";
import { CommitmentSteps } from "./parts/commitment-steps";
import { changeCommitment, reportCommitment } from "./policy";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { commitment, table, standing } = await findCommitment(ctx, params.id ?? "");
  const changes = changeCommitment(ctx.actor, table, standing).ok;
  const reports = reportCommitment(ctx.actor, table, standing, commitment).ok;
  return {
    table: { slug: table.slug, name: table.name },
    commitment: viewCommitment(ctx, commitment),
    steps: (await stepsOfCommitment(ctx, commitment.id)).map(({ at, due, ...step }) => ({ ...step, when: formatDateTime(at, ctx.locale), due: due && lastDay(ctx, due) })),
    may: commitmentSteps.filter((step) => mayFollow(step, commitment.state) && (changes || (reports && ownSteps.includes(step)))),
    today: toRomeDay(ctx.now),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await moveCommitment(ctx, params.id ?? "", form);
  return redirectWith(paths.commitment(params.slug ?? "", params.id ?? ""), "meetings.commitments.moved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.commitment.what ?? ""} · Concerto` }];

export default function CommitmentPage() {
  const { t } = useTranslation();
  const { table, commitment, steps, may, today } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [
    { to: paths.table(table.slug), label: table.name },
    { to: paths.tableCommitments(table.slug), label: t("meetings.commitments.title") },
  ];
  return (
    <>
      <PageHeader title={commitment.what} trail={trail} chips={<CommitmentChip state={commitment.state} overdue={commitment.overdue} />} />
      <Facts
        rows={[
          [t("meetings.commitments.head.body"), <Link key="body" to={paths.organisation(commitment.body.slug)}>{commitment.body.name}</Link>],
          [t("meetings.commitments.head.due"), commitment.due],
          [t("meetings.commitments.head.taken"), commitment.meeting ? <Link key="meeting" to={paths.meeting(commitment.meeting.id)}>{`${commitment.meeting.title}, ${commitment.meeting.day}`}</Link> : commitment.taken],
        ]}
      />
      <Section title={t("meetings.commitments.way")}>
        <Timeline
          entries={steps.map(({ id, when, step, due, by, note }) => ({
            key: id,
            when,
            title: t(`meetings.commitments.told.${step}`, { by: by ?? "—", due: due ?? "" }),
            detail: note ?? undefined,
          }))}
        />
      </Section>
      {may.length > 0 ? <CommitmentSteps may={may} today={today} state={state} /> : null}
    </>
  );
}
