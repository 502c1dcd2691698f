// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Power, powers } from "~/identity";
import { Chip, DataTable, Empty, type FormState, PageHeader, Section } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { isCityOffice } from "../categories";
import { findOrganisation } from "../find-organisation.server";
import { peopleOf } from "../people.server";
import { affiliate, officePowers } from "../policy";
import { pendingInvitations } from "./find-invitation.server";
import { Invitation, invitePerson } from "./invite-person.server";
import { InviteForm } from "./parts/invite-form";
import { PendingInvitations } from "./parts/pending-invitations";
import { withdrawInvitation } from "./withdraw-invitation.server";

export const loader = load(async (ctx, { params }) => {
  const actor = signedIn(ctx);
  const body = await findOrganisation(ctx, params.slug ?? "");
  const mayGive = (power: Power) =>
    affiliate(actor, body, { capacity: "delegate", powers: [power] }).ok && (!officePowers.includes(power) || isCityOffice(body.kind));
  const offered = powers.filter(mayGive);
  if (offered.length === 0) throw problem("forbidden", { because: "identity.invite.notYours" });
  const date = (instant: Date | null) => instant && formatShortDate(instant, ctx.locale);
  return {
    title: translate(ctx.locale, "identity.people.title", { body: body.name }),
    body: { name: body.name, slug: body.slug },
    offered,
    people: (await peopleOf(ctx, body)).map((person) => ({ ...person, since: date(person.validFrom), until: date(person.validTo) })),
    pending: (await pendingInvitations(ctx, body.id)).map(({ id, email, label, expiresAt }) => ({ id, email, label, until: date(expiresAt) })),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const slug = params.slug ?? "";
  const withdrawn = form.get("withdraw");
  if (typeof withdrawn === "string") {
    await withdrawInvitation(ctx, slug, withdrawn);
    return redirectWith(paths.people(slug), "identity.invite.withdrawn");
  }
  await invitePerson(ctx, slug, parse(Invitation, form));
  return redirectWith(paths.people(slug), "identity.invite.sent");
});

// carries Retry-After
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function PeoplePage() {
  const { t } = useTranslation();
  const { title, body, people, pending, offered } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={title} lead={t("identity.people.lead")} trail={[{ to: paths.organisation(body.slug), label: body.name }]} />
      {people.length === 0 ? (
        <Empty>{t("identity.people.none")}</Empty>
      ) : (
        <DataTable caption={title} head={[t("identity.people.person"), t("identity.field.roleLabel"), t("identity.field.capacity"), t("identity.field.powers"), t("identity.people.period")]}>
          {people.map((person) => (
            <tr key={person.affiliationId}>
              <th scope="row">
                {person.personLabel} {person.current ? null : <Chip>{t("identity.people.ended")}</Chip>}
              </th>
              <td data-label={t("identity.field.roleLabel")}>{person.roleLabel}</td>
              <td data-label={t("identity.field.capacity")}>{t(`identity.capacity.${person.capacity}`)}</td>
              <td data-label={t("identity.field.powers")}>{person.powers.map((power) => t(`identity.power.${power}`)).join(", ")}</td>
              <td data-label={t("identity.people.period")}>{t(person.until ? "identity.speakFor.sinceUntil" : "identity.speakFor.since", { since: person.since, until: person.until })}</td>
            </tr>
          ))}
        </DataTable>
      )}
      <PendingInvitations rows={pending} />
      <Section title={t("identity.invite.title")} id="invita">
        <InviteForm key={pending.at(-1)?.id} state={state} offered={offered} />
      </Section>
    </>
  );
}
