// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Chip, Empty, ErrorSummary, Field, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { orderTables } from "../policy";
import { Stages } from "./parts/stages";
import { beginProposal, listProposals } from "./proposals.server";
import { stagesOf } from "./stages.server";

export const loader = load(async (ctx) => {
  const month = (instant: Date | null) => instant && formatShortDate(instant, ctx.locale);
  return {
    title: translate(ctx.locale, "tables.reorganisation.title"),
    stages: (await stagesOf(ctx)).map(({ from, to, ...stage }) => ({ ...stage, from: month(from), to: month(to) })),
    proposals: (await listProposals(ctx)).map(({ id, title, state, moves, commentsUntil, act: by }) => ({ id, title, state, moves: moves.length, until: commentsUntil && formatShortDate(commentsUntil, ctx.locale), by })),
    may: orderTables(ctx.actor).ok,
  };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  const { id } = await beginProposal(ctx, form);
  return redirectWith(paths.reorganisation(id), "tables.reorganisation.begun");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ReorganisationsPage() {
  const { t } = useTranslation();
  const { title, stages, proposals, may } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { title: t("tables.reorganisation.field.title"), reason: t("tables.reorganisation.field.reason") };
  return (
    <>
      <PageHeader
        title={title}
        lead={t("tables.reorganisation.lead")}
        trail={[{ to: paths.tables(), label: t("tables.title") }]}
        actions={may ? <ButtonLink look="outline-primary" to={paths.mappings()}>{t("tables.mappingForm.title")}</ButtonLink> : null}
      />
      <Stages stages={stages} />
      <Section title={t("tables.reorganisation.proposals")}>
        {proposals.length === 0 ? <Empty>{t("tables.reorganisation.none")}</Empty> : null}
        <ul className="plain-list">
          {proposals.map((proposal) => (
            <li key={proposal.id}>
              <Link to={paths.reorganisation(proposal.id)}>{proposal.title}</Link> <Chip tone={proposal.state === "approved" ? "success" : proposal.state === "open" ? "warning" : "neutral"}>{t(`tables.reorganisation.state.${proposal.state}`)}</Chip>
              <div className="muted">
                {t("tables.reorganisation.moves", { count: proposal.moves })}
                {proposal.state === "open" && proposal.until ? ` · ${t("tables.reorganisation.commentsUntil", { date: proposal.until })}` : ""}
                {proposal.by ? ` · ${proposal.by}` : ""}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {may ? (
        <Section title={t("tables.reorganisation.begin")}>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state} labels={labels} />
            <Field name="title" label={labels.title} maxLength={160} state={state} required />
            <TextArea name="reason" label={labels.reason} hint={t("tables.reorganisation.hint.reason")} maxLength={4000} state={state} required />
            <div className="form-actions">
              <Button>{t("tables.reorganisation.beginDo")}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
