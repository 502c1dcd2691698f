// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Facts, Section, Written } from "~/ui";
import { paths } from "~/web/paths";
import type { GuidelineView } from "../read-guideline.server";

/** Why the indirizzo was given, what adopted it, from when and until when one answers. */
export function GuidelineFacts({ view: { shown, source } }: { view: Pick<GuidelineView, "shown" | "source"> }) {
  const { t } = useTranslation();
  const { session, item, hasItem } = source;
  const adopted = session ? (
    <>
      {session.decisionId ? <Link to={paths.decision(session.meetingId, session.decisionId)}>{t("guidelines.inSession", { date: session.on })}</Link> : t("guidelines.inSession", { date: session.on })}
      {session.text ? <span className="muted">: {session.text}</span> : null}
    </>
  ) : null;
  return (
    <Section title={t("guidelines.why")}>
      <p className="pre-line reading-width"><Written>{shown.reason}</Written></p>
      <Facts
        rows={[
          [t("guidelines.fact.comesFrom"), item ? <Link key="item" to={paths.item(item.id)}>{t("guidelines.itemOf", { title: item.title, body: item.raisedBy })}</Link> : hasItem ? t("guidelines.anItem") : null],
          [t("guidelines.fact.decision"), adopted],
          [t("guidelines.fact.act"), shown.act],
          [t("guidelines.fact.issued"), shown.issued],
          [t("guidelines.fact.effectiveOn"), shown.effectiveOn],
          [t("guidelines.fact.answerBy"), shown.answerBy],
        ]}
      />
    </Section>
  );
}
