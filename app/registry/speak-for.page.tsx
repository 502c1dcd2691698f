// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, Empty, ErrorSummary, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { cameFrom, ownPath } from "~/web/own-path";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { speakFor } from "./speak-for.server";
import { voicesOf } from "./who-speaks.server";

export const loader = load(async (ctx, { url }) => {
  const actor = signedIn(ctx);
  const voices = await voicesOf(ctx.db, actor.personId, ctx.now);
  return {
    title: translate(ctx.locale, "identity.speakFor.title"),
    then: ownPath(url.searchParams.get("poi")),
    current: actor.affiliationId,
    voices: voices.map(({ affiliationId, organisationName, roleLabel, validFrom, validTo }) => ({
      affiliationId,
      organisationName,
      roleLabel,
      since: formatShortDate(validFrom, ctx.locale),
      until: validTo && formatShortDate(validTo, ctx.locale),
    })),
  };
});

export const action = act(async (ctx, form, { request, url }) => {
  signedIn(ctx);
  await speakFor(ctx, { affiliationId: String(form.get("affiliationId") ?? "") });
  const from = cameFrom(request);
  // the page of the choice itself is no place to go back to
  const back = from?.startsWith(url.pathname) ? null : from;
  return redirectWith(ownPath(form.get("poi")) ?? back ?? paths.desk(), "identity.speakFor.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function SpeakForPage() {
  const { t } = useTranslation();
  const { voices, current, then } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={t("identity.speakFor.title")} lead={voices.length === 0 ? undefined : voices.length === 1 && current ? t("identity.speakFor.leadOne") : t("identity.speakFor.lead")} />
      <ErrorSummary state={state} />
      {voices.length === 0 ? <Empty>{t("identity.speakFor.none")}</Empty> : null}
      <Form method="post" action={paths.speakFor()}>
        {then ? <input type="hidden" name="poi" value={then} /> : null}
        <ul className="plain-list voice-list">
          {voices.map((voice) => (
            <li key={voice.affiliationId}>
              <div>
                <strong>{voice.organisationName}</strong>
                <span className="voice-detail">
                  {voice.roleLabel} · {voice.until ? t("identity.speakFor.sinceUntil", voice) : t("identity.speakFor.since", voice)}
                </span>
              </div>
              {voice.affiliationId === current ? (
                <Chip tone="success">{t("identity.speakFor.current")}</Chip>
              ) : (
                <Button look="outline-primary" name="affiliationId" value={voice.affiliationId} aria-label={t("identity.speakFor.doNamed", { name: `${voice.organisationName}, ${voice.roleLabel}` })}>
                  {t("identity.speakFor.do")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Form>
    </>
  );
}
