// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FrameData } from "~/frame.server";
import { paths } from "~/web/paths";

/** "Stai parlando per…": always on screen, and the place to change it when there is a choice. Works without JavaScript. */
export function SpeakingFor({ viewer }: { viewer: NonNullable<FrameData["viewer"]> }) {
  const { t } = useTranslation();
  const nobody = viewer.administrator ? t("web.speakingFor.administrator") : t("web.speakingFor.nobody");
  const current = (
    <>
      <span className="speaking-label">{t("web.speakingFor.label")}:</span> <strong>{viewer.organisationName ?? nobody}</strong>
      {viewer.roleLabel ? <span className="speaking-role"> — {viewer.roleLabel}</span> : null}
    </>
  );
  if (viewer.voices.length < 2 && viewer.affiliationId) return <span className="speaking-for">{current}</span>;
  if (viewer.voices.length === 0) return <span className="speaking-for">{current}</span>;
  return (
    <details className="speaking-for speaking-choice">
      <summary>{current}</summary>
      <Form method="post" action={paths.speakFor()}>
        <p>{t("web.speakingFor.change")}</p>
        {viewer.voices.map((voice) => (
          <button key={voice.affiliationId} type="submit" name="affiliationId" value={voice.affiliationId} aria-pressed={voice.affiliationId === viewer.affiliationId}>
            {voice.organisationName} <span>— {voice.roleLabel}</span>
          </button>
        ))}
      </Form>
    </details>
  );
}
