// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, DataTable, Empty, PageHeader, Tabs } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { claimsToAnswer } from "./find-claim.server";

export const loader = load(async (ctx, { url }) => {
  signedIn(ctx);
  const all = url.searchParams.get("stato") === "tutte";
  const rows = (await claimsToAnswer(ctx, !all)).map(({ id, bodyName, organisationId, personLabel, capacity, askedAt, outcome }) => ({
    id,
    bodyName,
    isNew: organisationId === null,
    personLabel,
    capacity,
    asked: formatShortDate(askedAt, ctx.locale),
    outcome,
  }));
  return { title: translate(ctx.locale, "registry.claims.title"), rows, all };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ClaimsPage() {
  const { t } = useTranslation();
  const { title, rows, all } = useLoaderData<typeof loader>();
  const heads = ["body", "person", "capacity", "asked", "outcome"].map((name) => t(`registry.claims.head.${name}`));
  return (
    <>
      <PageHeader title={title} lead={t("registry.claims.listLead")} trail={[{ to: paths.organisations(), label: t("registry.title") }]} />
      <Tabs
        label={title}
        tabs={[
          { to: paths.claims(), label: t("registry.claims.toAnswer"), active: !all },
          { to: `${paths.claims()}?stato=tutte`, label: t("registry.claims.all"), active: all },
        ]}
      />
      {rows.length === 0 ? (
        <Empty>{t("registry.claims.none")}</Empty>
      ) : (
        <DataTable caption={title} head={heads}>
          {rows.map((claim) => (
            <tr key={claim.id}>
              <th scope="row">
                <Link to={paths.claim(claim.id)}>{claim.bodyName}</Link> {claim.isNew ? <Chip>{t("registry.claims.newBody")}</Chip> : null}
              </th>
              <td data-label={heads[1]}>{claim.personLabel}</td>
              <td data-label={heads[2]}>{t(`registry.capacity.${claim.capacity}`)}</td>
              <td data-label={heads[3]}>{claim.asked}</td>
              <td data-label={heads[4]}>{t(`registry.claims.outcome.${claim.outcome ?? "open"}`)}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
