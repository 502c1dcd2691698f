// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, Empty, ErrorSummary, type FormState, PageHeader, Section } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentHead } from "../../document-head.server";
import { documentStyles } from "../../parts/styles";
import { askAgain } from "./ask-again.server";
import { listPositions } from "./list-positions.server";
import { AskAgain, TakePosition } from "./position";
import { AskAgainForm, PositionForm } from "./position-forms";
import { PositionsTable } from "./positions-table";
import { takePosition } from "./take-position.server";

export const links = documentStyles;

export const loader = load(async (ctx, { params }) => {
  const { head } = await documentHead(ctx, params.id ?? "");
  return { ...(await listPositions(ctx, head.id)), head, title: translate(ctx.locale, "contributions.position.pageTitle", { title: head.title }) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const documentId = params.id ?? "";
  const to = paths.documentPositions(documentId);
  if (form.get("what") === "ask") {
    await askAgain(ctx, { ...parse(AskAgain, form), documentId });
    return redirectWith(to, "contributions.position.asked");
  }
  await takePosition(ctx, { ...parse(TakePosition, form), documentId });
  return redirectWith(to, "contributions.position.taken");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function Positions() {
  const { t } = useTranslation();
  const { head, title, parts, sections, own, may } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const waiting = parts.flatMap(({ section, title: name, positions }) => positions.filter(({ organisationId, asked }) => organisationId === own && asked).map(({ asked }) => ({ section, name, note: asked?.note ?? "" })));
  return (
    <>
      <PageHeader title={title} lead={t("contributions.position.lead")} trail={head.trail} />
      <ErrorSummary state={state} labels={{ stance: t("contributions.position.stance"), condition: t("contributions.position.condition"), note: t("contributions.position.note") }} />
      {waiting.map(({ section, name, note }) => (
        <Callout key={section} tone="warning" title={t("contributions.position.askedYou", { part: name ?? t("contributions.observation.whole") })}>
          <p>{note}</p>
        </Callout>
      ))}
      {parts.map(({ section, title: name, positions }) => (
        <Section key={section} title={name ?? t("contributions.observation.whole")}>
          {positions.length === 0 ? <Empty>{t("contributions.position.none")}</Empty> : <PositionsTable caption={name ?? t("contributions.observation.whole")} positions={positions} />}
          {may.ask && positions.some(({ stance }) => stance === "reserve") ? <AskAgainForm section={section} state={state} /> : null}
        </Section>
      ))}
      {may.take ? <PositionForm sections={sections} state={state} /> : may.because ? <Callout tone="neutral"><p>{t(may.because)}</p></Callout> : null}
    </>
  );
}
