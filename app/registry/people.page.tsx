// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { powers } from "~/identity";
import { Button, ButtonLink, Callout, ErrorSummary, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { MAX_MEGABYTES } from "~/web/files/examine-file";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { formatDateTime, formatShortDate, parseRomeLocal, toRomeLocal } from "~/web/time";
import { translate } from "~/web/translate.server";
import { broughtAct } from "./delegations/keep-act.server";
import { delegationCounts } from "./delegations/find-delegations.server";
import { endAffiliation } from "./end-affiliation.server";
import { findOrganisation } from "./find-organisation.server";
import { pendingInvitations } from "./invitations/find-invitation.server";
import { InvitationAct } from "./invitations/invitation";
import { Invitation, invitePerson } from "./invitations/invite-person.server";
import { InviteForm } from "./invitations/parts/invite-form";
import { PendingInvitations } from "./invitations/parts/pending-invitations";
import { withdrawInvitation } from "./invitations/withdraw-invitation.server";
import { PeopleTable } from "./parts/people-table";
import { WhoCould } from "./parts/who-could";
import { peopleAt, peopleOf } from "./people.server";
import { affiliate, endAffiliation as mayEnd, seePeople } from "./policy";

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const body = await findOrganisation(ctx, params.slug ?? "");
  const { id, kind, name, slug } = body;
  enforce(seePeople(ctx.actor, { id }));
  const offered = powers.filter((power) => affiliate(ctx.actor, body, { capacity: "delegate", powers: [power] }).ok);
  const counts = await delegationCounts(ctx, id);
  const people = (await peopleOf(ctx, { id, kind })).map(({ affiliationId, personId, personLabel, roleLabel, capacity, powers, validFrom, validTo, current }) => ({
    affiliationId,
    label: personLabel ?? roleLabel,
    roleLabel,
    capacity,
    powers,
    current,
    since: formatShortDate(validFrom, ctx.locale),
    until: validTo && formatShortDate(validTo, ctx.locale),
    files: counts.get(affiliationId) ?? 0,
    mayEnd: current && mayEnd(ctx.actor, { organisationId: id, personId: personId ?? "" }).ok,
  }));
  const moment = parseRomeLocal(url.searchParams.get("quando") ?? "");
  const then = moment && { field: toRomeLocal(moment).slice(0, 16), words: formatDateTime(moment, ctx.locale), people: await peopleAt(ctx, { id }, moment) };
  const pending = offered.length > 0 ? await Promise.all((await pendingInvitations(ctx, id)).map(async ({ id: invitationId, email, label, expiresAt }) => ({ id: invitationId, email, label, until: formatShortDate(expiresAt, ctx.locale), act: await broughtAct(ctx, invitationId) }))) : [];
  return { title: translate(ctx.locale, "registry.people.title", { name }), name, slug, people, offered, pending, then };
});

export const action = act(async (ctx, form, { params, site }) => {
  signedIn(ctx);
  const slug = params.slug ?? "";
  const here = paths.organisationPeople(slug);
  const withdrawn = form.get("withdraw");
  if (typeof withdrawn === "string") {
    await withdrawInvitation(ctx, slug, withdrawn);
    return redirectWith(here, "identity.invite.withdrawn");
  }
  if (form.has("affiliationId")) {
    await endAffiliation(ctx, form);
    return redirectWith(here, "registry.people.ended");
  }
  const offer = parse(Invitation, form);
  const act = parse(InvitationAct, form);
  await invitePerson(ctx, slug, offer, act && { ...act, scan: site.scanForViruses });
  return redirectWith(here, "identity.invite.sent");
}, { megabytes: MAX_MEGABYTES + 1 });

// carries Retry-After
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function PeoplePage() {
  const { t } = useTranslation();
  const { name, slug, people, offered, pending, then } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const [search] = useSearchParams();
  const here = paths.organisationPeople(slug);
  const ending = people.find(({ affiliationId, mayEnd: may }) => may && affiliationId === search.get("termina"));
  const trail = [
    { to: paths.organisations(), label: t("registry.title") },
    { to: paths.organisation(slug), label: name },
  ];
  return (
    <>
      <PageHeader title={t("registry.people.heading")} lead={t("registry.people.lead", { name })} trail={trail} actions={offered.length > 0 && !ending ? <ButtonLink to="#invita">{t("registry.people.invite")}</ButtonLink> : null} />
      {ending ? (
        <Section title={t("registry.people.endTitle", { person: ending.label })}>
          <Callout tone="warning">{t("registry.people.endMeans", { name })}</Callout>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state} />
            <input type="hidden" name="affiliationId" value={ending.affiliationId} />
            <TextArea name="reason" label={t("registry.people.reason")} state={state} required maxLength={500} />
            <div className="form-actions">
              <Button look="danger">{t("registry.people.end")}</Button>
              <ButtonLink look="outline-primary" to={here}>
                {t("web.form.cancel")}
              </ButtonLink>
            </div>
          </Form>
        </Section>
      ) : (
        <>
          <PeopleTable people={people} slug={slug} here={here} />
          <PendingInvitations rows={pending} />
          {offered.length > 0 ? (
            <Section title={t("identity.invite.title")} id="invita">
              <InviteForm key={pending.at(-1)?.id} state={state} offered={offered} />
            </Section>
          ) : null}
          <WhoCould then={then} name={name} />
        </>
      )}
    </>
  );
}
