// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { countSessions, emailOf } from "~/identity/index.server";
import { Button, ButtonLink, Chip, Empty, Facts, PageHeader, Section } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { voicesOf } from "./who-speaks.server";

export const loader = load(async (ctx) => {
  const actor = signedIn(ctx);
  const voices = await voicesOf(ctx.db, actor.personId, ctx.now);
  return {
    title: translate(ctx.locale, "identity.profile.title"),
    label: actor.personLabel,
    administrator: actor.administrator,
    current: actor.affiliationId,
    email: await emailOf(ctx, actor.personId),
    sessions: await countSessions(ctx, actor.personId),
    voices: voices.map((voice) => ({
      affiliationId: voice.affiliationId,
      name: voice.organisationName,
      slug: voice.organisationSlug,
      roleLabel: voice.roleLabel,
      managesPeople: voice.powers.includes("manage_members"),
      since: formatShortDate(voice.validFrom, ctx.locale),
      until: voice.validTo && formatShortDate(voice.validTo, ctx.locale),
    })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ProfilePage() {
  const { t } = useTranslation();
  const { title, label, administrator, email, sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={label} chips={administrator ? <Chip tone="primary">{t("identity.profile.administrator")}</Chip> : null} />
      <div className="concerto-form">
        <Facts
          rows={[
            [t("identity.field.email"), email],
            [t("identity.field.password"), t("identity.profile.passwordHidden")],
          ]}
        />
        <div className="form-actions">
          <ButtonLink to={paths.emailChange()} look="outline-primary" small>
            {t("identity.profile.changeEmail")}
          </ButtonLink>
          <ButtonLink to={paths.passwordReset(email)} look="outline-primary" small>
            {t("identity.profile.changePassword")}
          </ButtonLink>
          <ButtonLink to={paths.ownLetters()} look="outline-primary" small>
            {t("notices.preferences.title")}
          </ButtonLink>
          {administrator ? (
            <ButtonLink to={paths.outbox()} look="outline-primary" small>
              {t("notices.outbox.title")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <Bodies />
      <Section title={t("identity.profile.sessions")}>
        <p>{t("identity.profile.sessionsCount", { count: sessions })}</p>
        <Form method="post" action={paths.revokeSessions()}>
          <Button look="outline-danger">{t("identity.profile.signOutEverywhere")}</Button>
        </Form>
      </Section>
    </>
  );
}

function Bodies() {
  const { t } = useTranslation();
  const { voices, current } = useLoaderData<typeof loader>();
  return (
    <Section title={t("identity.profile.bodies")} actions={voices.length > 1 ? <ButtonLink to={paths.speakFor()} look="outline-primary" small>{t("web.speakingFor.change")}</ButtonLink> : null}>
      {voices.length === 0 ? (
        <Empty>{t("identity.speakFor.none")}</Empty>
      ) : (
        <ul className="plain-list voice-list">
          {voices.map((voice) => (
            <li key={voice.affiliationId}>
              <div>
                <Link to={paths.organisation(voice.slug)}>{voice.name}</Link>
                <span className="voice-detail">
                  {voice.roleLabel} · {voice.until ? t("identity.speakFor.sinceUntil", voice) : t("identity.speakFor.since", voice)}
                </span>
              </div>
              {voice.managesPeople && voice.affiliationId === current ? (
                <ButtonLink to={paths.organisationPeople(voice.slug)} small>
                  {t("identity.profile.people")}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
