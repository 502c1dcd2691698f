// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InterestList } from "~/registry";
import { interestsInForce } from "~/registry/index.server";
import { Empty, Section } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findTable } from "./find-table.server";
import { readRequests } from "./policy";
import { seatsAt } from "./seats-at.server";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";

/** What the bodies of a table have in the register of interests: for its coordination, which prepares the sessions. */
export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  enforce(readRequests(ctx.actor, await findTable(ctx, header.id), header.standing));
  const seats = await seatsAt(ctx.db.read, header.id, ctx.now);
  const bodies = [...new Map(seats.map((seat) => [seat.organisationId, { id: seat.organisationId, name: seat.organisationName, slug: seat.organisationSlug }])).values()];
  const all = await interestsInForce(ctx, bodies.map(({ id }) => id));
  const own = (organisationId: string) => all.filter((each) => each.organisationId === organisationId).map(({ id, holder, person, what, declaredAt }) => ({ id, holder, person, what, from: formatShortDate(declaredAt, ctx.locale) }));
  return {
    header,
    title: `${translate(ctx.locale, "registry.interests.title")} · ${header.name}`,
    bodies: bodies.map(({ id, name, slug }) => ({ name, slug, interests: own(id) })).filter(({ interests }) => interests.length > 0),
    silent: bodies.length - new Set(all.map(({ organisationId }) => organisationId)).size,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function TableInterestsPage() {
  const { t } = useTranslation();
  const { header, bodies, silent } = useLoaderData<typeof loader>();
  return (
    <>
      <TableHeader header={header} active="members" page={t("registry.interests.title")} />
      <p>{t("tables.interests.lead")}</p>
      {bodies.length === 0 ? <Empty>{t("tables.interests.none")}</Empty> : null}
      {bodies.map(({ name, slug, interests }) => (
        <Section key={slug} title={<Link to={paths.organisation(slug)}>{name}</Link>}>
          <InterestList interests={interests} />
        </Section>
      ))}
      {bodies.length > 0 && silent > 0 ? <p className="muted">{t("tables.interests.silent", { count: silent })}</p> : null}
    </>
  );
}
