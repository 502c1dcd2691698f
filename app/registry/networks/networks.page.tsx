// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Empty, ErrorSummary, Field, type FormState, PageHeader, Section, Select } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { EnrolmentChip } from "../parts/enrolment-chip";
import { findOrganisation } from "../find-organisation.server";
import { listOrganisations } from "../find-organisations.server";
import { keepNetwork } from "../policy";
import { addToNetwork, isNetwork, leaveNetwork, membersOfNetwork } from "./networks.server";

export const loader = load(async (ctx, { params }) => {
  const network = await findOrganisation(ctx, params.slug ?? "");
  if (!isNetwork(network)) throw problem("missing");
  const mayKeep = keepNetwork(ctx.actor, network).ok;
  const members = await membersOfNetwork(ctx, network.id, ctx.now);
  const taken = new Set(members.map(({ slug }) => slug));
  return {
    title: translate(ctx.locale, "registry.networks.titleOf", { name: network.name }),
    name: network.name,
    slug: network.slug,
    members: members.map(({ validFrom, ...member }) => ({ ...member, since: formatShortDate(validFrom, ctx.locale) })),
    mayKeep,
    choices: mayKeep ? (await listOrganisations(ctx)).filter(({ id, slug }) => id !== network.id && !taken.has(slug)).map(({ id, name }) => ({ value: id, label: name })) : [],
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const slug = params.slug ?? "";
  const left = form.get("leave");
  if (typeof left === "string") await leaveNetwork(ctx, slug, left);
  else await addToNetwork(ctx, slug, form);
  return redirectWith(paths.organisationNetworks(slug), left ? "registry.networks.leftDone" : "registry.networks.joinedDone");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NetworksPage() {
  const { t } = useTranslation();
  const { name, slug, members, mayKeep, choices } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { memberId: t("registry.networks.body"), source: t("registry.networks.source") };
  const trail = [
    { to: paths.organisations(), label: t("registry.title") },
    { to: paths.organisation(slug), label: name },
  ];
  return (
    <>
      <PageHeader title={t("registry.networks.members")} lead={t("registry.networks.lead", { name })} trail={trail} />
      {members.length === 0 ? <Empty>{t("registry.networks.none")}</Empty> : null}
      <ul className="plain-list">
        {members.map((member) => (
          <li key={member.id}>
            <Link to={paths.organisation(member.slug)}>{member.name}</Link> <EnrolmentChip body={member} />
            <div className="muted">
              {t("registry.networks.since", { date: member.since })} · {member.source}
            </div>
            {mayKeep ? (
              <Form method="post">
                <Button name="leave" value={member.id} look="outline-primary" aria-label={t("registry.networks.endOne", { name: member.name })}>
                  {t("registry.networks.end")}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayKeep ? (
        <Section title={t("registry.networks.add")}>
          <Form method="post" className="concerto-form" noValidate key={members.length}>
            <ErrorSummary state={state} labels={labels} />
            <Select name="memberId" label={labels.memberId} options={choices} empty={t("web.form.chooseOne")} state={state} required />
            <Field name="source" label={labels.source} hint={t("registry.networks.sourceHint")} maxLength={300} state={state} required />
            <div className="form-actions">
              <Button>{t("registry.networks.add")}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
