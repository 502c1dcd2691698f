// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, tableHeaderData } from "~/tables/index.server";
import { Button, Callout, Chip, Empty, ErrorSummary, Field, type FormState, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { formatDate } from "~/web/time";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { meetingStyles } from "../parts/styles";
import { convene } from "../policy";
import { quoteRule } from "../quote-rule.server";
import { decidedForfeitures, decideForfeiture, forfeitureProposals } from "./forfeitures.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  enforce(convene(ctx.actor, await findTable(ctx, header.id), header.standing));
  const { rules, proposals } = await forfeitureProposals(ctx, header.id);
  return { header, title: translate(ctx.locale, "meetings.forfeit.title"), rule: quoteRule(ctx.locale, rules, "forfeiture"), proposals: proposals.map(({ seatId, body, missed }) => ({ seatId, body, count: missed.length })), decided: (await decidedForfeitures(ctx, header.id)).map(({ at, ...row }) => ({ ...row, when: formatDate(at, ctx.locale) })) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await decideForfeiture(ctx, params.slug ?? "", form);
  return redirectWith(paths.forfeitures(params.slug ?? ""), "meetings.forfeit.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ForfeituresPage() {
  const { t } = useTranslation();
  const { header, title, rule, proposals, decided } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="meetings" page={title} />
      <Callout><p className="mb-0">{rule}</p></Callout>
      {proposals.length === 0 ? <Empty>{t("meetings.forfeit.none")}</Empty> : null}
      <ul className="plain-list">
        {proposals.map(({ seatId, body, count }) => {
          const own = state?.values.seatId === seatId ? state : null;
          return (
            <li key={seatId}>
              <strong>{body}</strong> <span className="muted">· {t("meetings.forfeit.missed", { count })}</span>
              <Form method="post" noValidate>
                <ErrorSummary state={own} labels={{ reason: t("meetings.propose.reason") }} />
                <input type="hidden" name="seatId" value={seatId} />
                <Field id={`reason-${seatId}`} name="reason" label={t("meetings.propose.reason")} maxLength={1000} state={own} required />
                <div className="row-actions">
                  <Button small look="outline-primary" name="outcome" value="kept">{t("meetings.forfeit.keep")}</Button>
                  <Button small look="outline-danger" name="outcome" value="forfeited">{t("meetings.forfeit.end")}</Button>
                </div>
              </Form>
            </li>
          );
        })}
      </ul>
      {decided.length > 0 ? (
        <Section title={t("meetings.forfeit.decided")}>
          <ul className="plain-list">
            {decided.map(({ id, body, outcome, reason, when }) => (
              <li key={id}>
                {body} <Chip tone={outcome === "kept" ? "success" : "warning"}>{t(`meetings.forfeit.outcome.${outcome}`)}</Chip> <span className="muted">{when}</span>
                <div className="muted">{reason}</div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
