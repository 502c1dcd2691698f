// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Empty, PageHeader, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentHead } from "../document-head.server";
import { DocumentChips } from "../parts/document-chips";
import { documentStyles } from "../parts/styles";
import { ContributionTable } from "./contribution-table";
import { RemovalList } from "./removal-list";
import { SittingTable } from "./sitting-table";
import { contributionsPage } from "./read-contributions.server";
import { VerificationResult } from "./verification-result";
import { verifyAuthorship } from "./verify-authorship.server";

export const links = documentStyles;

export const loader = load(async (ctx, { params, url }) => {
  const { head } = await documentHead(ctx, params.id ?? "");
  // first: a working that turns out false is not shown
  const verification = url.searchParams.has("verifica") ? await verifyAuthorship(ctx, head.id) : null;
  return { head, verification, ...(await contributionsPage(ctx, head.id)), title: `${translate(ctx.locale, "documents.attribution.title")} · ${head.title}` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ContributionsPage() {
  const { t } = useTranslation();
  const { head, verification, letters, contributions, removals, sittings, more } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("documents.attribution.title")}
        lead={t("documents.attribution.lead", { title: head.title })}
        trail={head.trail}
        chips={<DocumentChips document={head} />}
        actions={<ButtonLink look="outline-primary" small to={`${paths.document(head.id, "contributi")}&colori=enti`}>{t("documents.attribution.inText")}</ButtonLink>}
      />
      <Section title={t("documents.attribution.shares")}>
        {letters === 0 ? <Empty>{t("documents.attribution.empty")}</Empty> : <ContributionTable contributions={contributions} letters={letters} />}
      </Section>
      <Section title={t("documents.attribution.removals")}>
        {removals.length === 0 ? <Empty>{t("documents.attribution.noRemovals")}</Empty> : <RemovalList removals={removals} />}
      </Section>
      <Section title={t("documents.attribution.sittings")}>
        <p>{t("documents.attribution.sittingsWhat")}</p>
        <SittingTable sittings={sittings} />
        {more ? <p className="muted">{t("documents.attribution.onlyLatest")}</p> : null}
      </Section>
      <Section title={t("documents.attribution.verify.title")} id="verifica">
        <p>{t("documents.attribution.verify.what")}</p>
        {verification ? <VerificationResult verification={verification} /> : null}
        <Form method="get" action="#verifica" className="no-print">
          <Button name="verifica" value="1" look="outline-primary">{t("documents.attribution.verify.do")}</Button>
        </Form>
      </Section>
    </>
  );
}
