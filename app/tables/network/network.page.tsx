// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, PageHeader, Section, Select } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { orderTables } from "../policy";
import { NetworkList } from "./parts/network-list";
import { NetworkPicture } from "./parts/network-picture";
import { readNetwork } from "./read-network.server";

export const loader = load(async (ctx, { url }) => {
  const asked = url.searchParams.get("nodo");
  const network = await readNetwork(ctx, asked);
  const chosen = network.nodes.find(({ id }) => id === asked) ?? null;
  return { title: translate(ctx.locale, "tables.network.title"), ...network, chosen, mayOrder: orderTables(ctx.actor).ok };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NetworkPage() {
  const { t } = useTranslation();
  const { title, nodes, links, neighbours, chosen, bodiesLeftOut, mayOrder } = useLoaderData<typeof loader>();
  const near = new Set(chosen ? [chosen.id, ...(neighbours[chosen.id] ?? [])] : []);
  const options = nodes.filter(({ kind }) => kind === "table").map(({ id, label }) => ({ value: id, label }));
  const actions = mayOrder ? (
    <>
      <ButtonLink look="outline-primary" to={paths.overlaps()}>
        {t("tables.overlap.title")}
      </ButtonLink>
      <ButtonLink look="outline-primary" to={paths.reorganisations()}>
        {t("tables.reorganisation.title")}
      </ButtonLink>
    </>
  ) : null;
  return (
    <>
      <PageHeader title={title} lead={t("tables.network.lead")} trail={[{ to: paths.tables(), label: t("tables.title") }]} actions={actions} />
      <Form method="get" className="filters">
        <Select name="nodo" label={t("tables.network.choose")} empty={t("tables.network.whole")} initial={chosen?.kind === "table" ? chosen.id : ""} options={options} key={chosen?.id} />
        <Button look="outline-primary">{t("tables.network.show")}</Button>
        {chosen ? <Link to={paths.tableNetwork()}>{t("tables.network.whole")}</Link> : null}
      </Form>
      {bodiesLeftOut > 0 ? <p className="muted">{t("tables.network.leftOut", { count: bodiesLeftOut })}</p> : null}
      <NetworkPicture nodes={nodes} links={links} near={near} chosen={chosen?.id ?? null} />
      <Section title={chosen ? t("tables.network.around", { name: chosen.kind === "area" ? t("tables.area", { number: chosen.label }) : chosen.label }) : t("tables.network.list")}>
        <NetworkList nodes={nodes} neighbours={neighbours} chosen={chosen?.id ?? null} />
      </Section>
    </>
  );
}
