// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, Facts, PageHeader } from "~/ui";
import { load } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { formatInstant } from "~/web/time";
import { translate } from "~/web/translate.server";
import { NoticeText } from "./parts/notice-text";
import { viewProcedure } from "./view-procedure.server";

export const loader = load(async (ctx, { params }) => {
  const { dossier } = await viewProcedure(ctx, params.id ?? "");
  const found = dossier.versions.find(({ version }) => version > 0 && String(version) === params.version);
  if (!found) throw problem("missing");
  const { version, occasion, reason, savedAt, content } = found;
  const { procedure } = dossier;
  return {
    title: translate(ctx.locale, "procedures.version.name", { version }), version, occasion, reason, savedAt, content,
    newest: dossier.notice.version, id: procedure.id, kind: procedure.kind, name: procedure.title, objectives: procedure.objectives,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name} — ${data?.title} · Concerto` }];

export default function NoticeVersion() {
  const { title, id, kind, name, version, newest, occasion, reason, savedAt, content, objectives } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  return (
    <>
      <PageHeader title={`${name} — ${title}`} trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.procedure(id), label: name }]} />
      {version < newest ? (
        <Callout tone="warning">
          <p>{t("procedures.version.old")} <Link to={paths.procedure(id)}>{t("procedures.version.goNewest")}</Link></p>
        </Callout>
      ) : null}
      <Facts
        rows={[
          [t(`procedures.version.${occasion}`), formatInstant(savedAt, locale)],
          [t("procedures.correct.reason"), reason],
          [t("procedures.notice.opensAt"), content.opensAt ? formatInstant(new Date(content.opensAt), locale) : null],
          [t("procedures.notice.closesAt"), content.closesAt ? formatInstant(new Date(content.closesAt), locale) : null],
        ]}
      />
      <NoticeText kind={kind} notice={content} objectives={objectives} />
    </>
  );
}
