// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CardGrid, Empty, Section } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findTable } from "./find-table.server";
import { joinRequestsOf } from "./join-requests.server";
import { RequestCard } from "./parts/request-card";
import { readRequests } from "./policy";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  enforce(readRequests(ctx.actor, table, header.standing));
  const requests = (await joinRequestsOf(ctx, table)).map(({ request, organisationName, askedBy }) => ({
    id: request.id,
    organisationName,
    askedBy,
    motivation: request.motivation,
    outcome: request.outcome,
    reason: request.reason,
    asked: formatShortDate(request.askedAt, ctx.locale),
    answered: request.answeredAt && formatShortDate(request.answeredAt, ctx.locale),
  }));
  return { header, requests, title: `${translate(ctx.locale, "tables.join.requests")} · ${header.name}` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function JoinRequestsPage() {
  const { t } = useTranslation();
  const { header, requests } = useLoaderData<typeof loader>();
  const parts = [
    { title: t("tables.join.open"), none: t("tables.join.noneOpen"), rows: requests.filter(({ outcome }) => outcome === null) },
    { title: t("tables.join.answered"), none: null, rows: requests.filter(({ outcome }) => outcome !== null) },
  ];
  return (
    <>
      <TableHeader header={header} active="members" page={t("tables.join.requests")} />
      {parts.map(({ title, none, rows }) =>
        rows.length === 0 && !none ? null : (
          <Section key={title} title={title}>
            {rows.length === 0 ? <Empty>{none}</Empty> : null}
            <CardGrid>
              {rows.map((request) => (
                <RequestCard key={request.id} request={request} title={request.organisationName} to={paths.joinRequest(header.slug, request.id)} />
              ))}
            </CardGrid>
          </Section>
        ),
      )}
    </>
  );
}
