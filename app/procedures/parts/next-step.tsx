// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Field } from "~/ui";
import type { Decision } from "~/web/policy";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import type { State } from "../machine";
import { TimeLeft } from "./procedure-card";

type Mine = { id: string; title: string; state: string; part: string };
type View = {
  procedure: { id: string; opensAt: Date | null; closesAt: Date | null };
  state: State;
  window: "unset" | "before" | "open" | "past";
  applicant: { mine: Mine[]; mayBegin: Decision } | null;
  office: unknown;
  now: Date;
};

/** What somebody who reads the notice may do next: apply until when, go on, answer an invitation, or why not. */
export function NextStep({ view }: { view: View }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const { procedure, state, window, applicant, now } = view;
  const { opensAt, closesAt } = procedure;
  if (!opensAt || !closesAt) return null;
  const open = state === "published" && window === "open";
  return (
    <section className="step-box" aria-labelledby="prossimo-passo">
      <h2 id="prossimo-passo">{t("procedures.next.title")}</h2>
      {open ? (
        <p className="step-term">
          {t(view.office ? "procedures.next.untilForBodies" : "procedures.next.until", { when: writtenInstant(closesAt, locale, t) })}
          <TimeLeft closesAt={closesAt} now={now} />
        </p>
      ) : (
        <p>{t(closedSentence(state, window), { opens: formatInstant(opensAt, locale), closes: formatInstant(closesAt, locale) })}</p>
      )}
      {applicant?.mine.map((mine) => (
        <p key={mine.id}>
          <Link to={paths.application(mine.id)}>{mine.title}</Link> <span className="muted">{t(`procedures.application.${mine.part === "invited" ? "invited" : mine.state}`)}</span>
        </p>
      ))}
      {open && !view.office ? <Begin view={view} /> : null}
    </section>
  );
}

/** "12:00:00 di venerdì 12 dicembre 2026". */
function writtenInstant(instant: Date, locale: Locale, t: (key: string, values: Record<string, string>) => string): string {
  const [day = "", time = ""] = formatInstant(instant, locale).split(/, (?:ore )?(?=\d\d:\d\d:\d\d$)/);
  return t("procedures.next.instant", { day, time });
}

function closedSentence(state: State, window: View["window"]): string {
  if (state === "revoked") return "procedures.next.revoked";
  if (window === "before") return "procedures.next.before";
  return state === "published" || state === "closed" || state === "admissibility" ? "procedures.next.past" : `procedures.next.${state}`;
}

function Begin({ view: { applicant, procedure } }: { view: View }) {
  const { t } = useTranslation();
  if (!applicant) return <ButtonLink to={paths.signIn(paths.procedure(procedure.id))}>{t("procedures.apply.signIn")}</ButtonLink>;
  if (!applicant.mayBegin.ok) return applicant.mine.length > 0 ? null : <p className="muted">{t(applicant.mayBegin.because)}</p>;
  if (applicant.mine.some(({ part, state }) => part === "accepted" && state === "draft")) return null;
  return (
    <Form method="post" noValidate>
      <Field name="title" label={t("procedures.apply.name")} maxLength={200} required />
      <Button name="step" value="apply">{t("procedures.apply.do")}</Button>
    </Form>
  );
}
