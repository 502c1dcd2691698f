// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Empty, Facts, type FormState, PageHeader } from "~/ui";
import { MAX_MEGABYTES } from "~/web/files/examine-file";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate, inForce } from "~/web/time";
import { translate } from "~/web/translate.server";
import { attachDelegation as mayAttach } from "../policy";
import { attachDelegation } from "./attach-delegation.server";
import { findAffiliation, listDelegations } from "./find-delegations.server";
import { ActList } from "./parts/act-list";
import { AddAct } from "./parts/add-act";
import { showAct } from "./show-act.server";

export const loader = load(async (ctx, { params, site }) => {
  signedIn(ctx);
  const [slug, affiliationId] = [params.slug ?? "", params.affiliationId ?? ""];
  const { body, held, personLabel } = await findAffiliation(ctx, slug, affiliationId);
  const files = await listDelegations(ctx, slug, affiliationId);
  const { roleLabel, capacity, validFrom, validTo, evidence } = held;
  return {
    title: translate(ctx.locale, "registry.delegation.title", { person: personLabel }),
    body: { name: body.name, slug: body.slug },
    held: { id: held.id, roleLabel, capacity, evidence, current: inForce(held, ctx.now), since: formatShortDate(validFrom, ctx.locale), until: validTo && formatShortDate(validTo, ctx.locale) },
    files: files.map((file) => showAct(ctx.locale, paths.delegationFile(body.slug, held.id, file.id), file)),
    mayAdd: mayAttach(ctx.actor, body).ok,
    scans: site.scanForViruses !== null,
  };
});

export const action = act(
  async (ctx, form, { params, site }) => {
    const [slug, affiliationId] = [params.slug ?? "", params.affiliationId ?? ""];
    await attachDelegation(ctx, { slug, affiliationId }, form, { scan: site.scanForViruses });
    return redirectWith(paths.delegations(slug, affiliationId), "registry.delegation.attached");
  },
  // the form around the file weighs something too
  { megabytes: MAX_MEGABYTES + 1 },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function DelegationsPage() {
  const { t } = useTranslation();
  const { title, body, held, files, mayAdd, scans } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [
    { to: paths.organisations(), label: t("registry.title") },
    { to: paths.organisation(body.slug), label: body.name },
    { to: paths.organisationPeople(body.slug), label: t("registry.people.heading") },
  ];
  return (
    <>
      <PageHeader title={title} lead={t("registry.delegation.lead", { name: body.name })} trail={trail} chips={<Chip tone={held.current ? "success" : "neutral"}>{t(held.current ? "registry.people.inForce" : "registry.people.over")}</Chip>} />
      <Facts
        rows={[
          [t("registry.people.capacity"), `${t(`registry.capacity.${held.capacity}`)} · ${held.roleLabel}`],
          [t("registry.people.period"), held.until ? t("registry.people.fromTo", { from: held.since, to: held.until }) : t("registry.people.from", { from: held.since })],
          [t("registry.claims.evidence"), held.evidence],
        ]}
      />
      {files.length === 0 ? <Empty>{t("registry.delegation.none")}</Empty> : null}
      <ActList acts={files} />
      {mayAdd ? <AddAct acts={files.length} scans={scans} state={state} /> : null}
    </>
  );
}
