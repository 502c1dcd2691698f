// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty, PageHeader, Tabs } from "~/ui";
import { load } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { wholeNumber } from "~/web/whole-number";
import { documentHead } from "../../document-head.server";
import { documentStyles } from "../../parts/styles";
import { CompareForm } from "../compare-form";
import { useVersionTitle } from "../version-line";
import { compareVersions, type Side, type SideName } from "./compare-versions.server";
import { OneText, TwoTexts } from "./compared-text";
import { withContext } from "./shown";

export const links = documentStyles;

export const loader = load(async (ctx, { params, url }) => {
  const { head } = await documentHead(ctx, params.id ?? "");
  const named = (name: string, fallback: SideName): SideName => (url.searchParams.get(name) === "ora" ? "ora" : (wholeNumber(url.searchParams.get(name)) ?? fallback));
  const comparison = await compareVersions(ctx, head.id, { from: named("da", 0), to: named("a", "ora") });
  const view = { sides: url.searchParams.get("vista") === "affiancati", changesOnly: url.searchParams.get("solo") === "modifiche" };
  return { head, ...comparison, view, title: `${translate(ctx.locale, "documents.versions.compare.heading")} · ${head.title}` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ComparisonPage() {
  const { t } = useTranslation();
  const { head, from, to, compared, versions, view } = useLoaderData<typeof loader>();
  const nameOf = useSideName();
  const address = (sides: boolean, changesOnly: boolean) => `${paths.documentComparison(head.id, from.name, to.name)}${sides ? "&vista=affiancati" : ""}${changesOnly ? "&solo=modifiche" : ""}`;
  const changed = compared.filter(({ change }) => change !== "same");
  const count = (change: string) => changed.filter((unit) => unit.change === change).length;
  const shown = withContext(compared, view.changesOnly);
  return (
    <>
      <PageHeader
        title={t("documents.versions.compare.heading")}
        lead={t("documents.versions.compare.lead", { title: head.title, from: nameOf(from), to: nameOf(to) })}
        trail={[...head.trail, { to: paths.documentVersions(head.id), label: t("documents.versions.title") }]}
      />
      <CompareForm documentId={head.id} versions={versions} from={String(from.name)} to={String(to.name)} />
      <Tabs
        label={t("documents.versions.compare.view")}
        tabs={[
          { to: address(false, view.changesOnly), label: t("documents.versions.compare.one"), active: !view.sides },
          { to: address(true, view.changesOnly), label: t("documents.versions.compare.sides"), active: view.sides },
        ]}
      />
      <Tabs
        label={t("documents.versions.compare.howMuch")}
        tabs={[
          { to: address(view.sides, false), label: t("documents.versions.compare.wholeText"), active: !view.changesOnly },
          { to: address(view.sides, true), label: t("documents.versions.compare.changesOnly"), active: view.changesOnly },
        ]}
      />
      {changed.length === 0 ? (
        <Empty>{t("documents.versions.compare.equal")}</Empty>
      ) : (
        <>
          <p role="status" className="change-counts">
            {t("documents.versions.compare.counts", { changed: count("changed"), came: count("came"), went: count("went"), moved: count("moved") })}{" "}
            <a className="no-print" href="#m-1">{t("documents.versions.compare.first")}</a>
          </p>
          <p className="change-key">
            <ins>{t("documents.versions.compare.keyAdded")}</ins> <del>{t("documents.versions.compare.keyTaken")}</del>
          </p>
          <article className="document-sheet compared-sheet" lang="it" aria-label={t("documents.versions.compare.heading")}>
            {view.sides ? <TwoTexts {...shown} heads={[nameOf(from), nameOf(to)]} /> : <OneText {...shown} />}
          </article>
        </>
      )}
    </>
  );
}

function useSideName(): (side: Side) => string {
  const { t, i18n } = useTranslation();
  const title = useVersionTitle();
  return ({ name, version }) => (version ? `${title(version)} (${formatDateTime(version.at, i18n.language as Locale)})` : t(name === 0 ? "documents.versions.compare.start" : "documents.versions.compare.now"));
}
