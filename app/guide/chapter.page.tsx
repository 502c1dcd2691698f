// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { Prose } from "./parts/prose";
import { readChapter } from "./read-chapter.server";

export const loader = load(async ({ locale }, { params }) => readChapter(params.slug ?? "", locale));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function Chapter() {
  const { title, html } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} trail={[{ to: paths.guide(), label: t("guide.title") }]} />
      <Prose html={html} />
    </>
  );
}
