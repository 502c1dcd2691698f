// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui";
import { paths } from "~/web/paths";
import type { MeetingHeaderData } from "../../meeting-header.server";

type Props = { header: MeetingHeaderData; empty: boolean; changedSince: boolean; toAnswer: number };

/** What the convenor does next, with one main button, and the rest as links. */
export function NextStep({ header, empty, changedSince, toAnswer }: Props) {
  const { t } = useTranslation();
  const { id, state } = header;
  const before = state === "draft" || state === "announced";
  if (!before && state !== "convened") return null;
  const says = before ? (empty ? "compose" : "convene") : changedSince ? "correct" : "ready";
  return (
    <section className="next-step no-print" aria-label={t("meetings.next.title")}>
      <p>{t(`meetings.next.${says}`)}</p>
      {toAnswer > 0 ? (
        <p>
          <Link to={`${paths.meetingAgenda(id)}#proposte`}>{t("meetings.next.toAnswer", { count: toAnswer })}</Link>
        </p>
      ) : null}
      <div className="row-actions">
        {says === "compose" ? <ButtonLink to={paths.meetingAgenda(id)}>{t("meetings.agenda.compose")}</ButtonLink> : null}
        {says === "convene" ? <ButtonLink to={paths.convene(id)}>{t("meetings.convene.action")}</ButtonLink> : null}
        {says === "correct" ? <ButtonLink to={paths.editMeeting(id)}>{t("meetings.correct.action")}</ButtonLink> : null}
        {says === "compose" ? null : <Link to={paths.meetingAgenda(id)}>{t("meetings.agenda.compose")}</Link>}
        {says === "correct" ? null : <Link to={paths.editMeeting(id)}>{t(before ? "meetings.edit.action" : "meetings.correct.action")}</Link>}
        {state === "draft" ? (
          <Form method="post">
            <input type="hidden" name="intent" value="announce" />
            <Button look="link" small>{t("meetings.announce.action")}</Button>
          </Form>
        ) : null}
        <Link to={paths.cancelMeeting(id)}>{t("meetings.cancel.action")}</Link>
      </div>
    </section>
  );
}
