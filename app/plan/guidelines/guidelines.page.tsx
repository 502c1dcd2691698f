// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, tableHeaderData } from "~/tables/index.server";
import { ButtonLink, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { allGuidelines, guidelinesOf } from "./find-guidelines.server";
import { GuidelineList } from "./parts/guideline-list";
import { draftGuideline } from "./policy";
import { viewLine } from "./view-guideline.server";

export const loader = load(async (ctx, { params }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const own = await guidelinesOf(ctx, table.id);
  const addressed = (await allGuidelines(ctx)).filter(({ current }) => current?.addressees.some(({ tableId }) => tableId === table.id));
  return {
    header,
    title: `${translate(ctx.locale, "tables.tabs.guidelines")} · ${header.name}`,
    issues: table.level === "policy",
    own: own.map((each) => viewLine(ctx, each)),
    addressed: addressed.map((each) => viewLine(ctx, each)),
    mayDraft: draftGuideline(ctx.actor, table, header.standing).ok,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function GuidelinesPage() {
  const { t } = useTranslation();
  const { header, issues, own, addressed, mayDraft } = useLoaderData<typeof loader>();
  return (
    <>
      <TableHeader header={header} active="guidelines" actions={mayDraft ? <ButtonLink to={paths.newGuideline(header.slug)}>{t("guidelines.new")}</ButtonLink> : null} />
      {issues ? (
        <Section title={t("guidelines.issued")}>
          <p className="reading-width">{t("guidelines.lead")}</p>
          <GuidelineList guidelines={own} empty={t("guidelines.none")} />
          {own.length > 0 ? <p className="mt-3 no-print"><Link to={paths.guidelinesFollowUp()}>{t("guidelines.followUp.link")}</Link></p> : null}
        </Section>
      ) : null}
      {issues && addressed.length === 0 ? null : (
        <Section title={t("guidelines.addressed")}>
          <GuidelineList guidelines={addressed} empty={t("guidelines.noneAddressed")} named />
        </Section>
      )}
    </>
  );
}
