// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Checkbox, ErrorSummary, type FormState } from "~/ui";
import type { Present } from "../read-attendance.server";

type Own = { presence: Present | null; may: boolean; mode: string };

/** One's own arrival and leave: the first thing on the page, with one large button, for a phone at the door. */
export function OwnPresence({ own, state }: { own: Own; state: FormState }) {
  const { t } = useTranslation();
  const { presence, may, mode } = own;
  if (!presence && !may) return null;
  return (
    <section className="own-presence no-print" aria-label={t("meetings.attendance.you")}>
      {presence ? (
        <>
          <p>
            <strong>{t(`meetings.attendance.as.${presence.capacity}`, { body: presence.body, from: presence.from })}</strong>
          </p>
          {presence.because ? <p className="mb-2">{t(presence.because)}</p> : null}
          {presence.extensionReason ? <p className="mb-2">{t("meetings.attendance.extendedBecause", { reason: presence.extensionReason })}</p> : null}
          <Form method="post">
            <ErrorSummary state={state} />
            <input type="hidden" name="attendanceId" value={presence.id} />
            <Button look="outline-primary" name="intent" value="leave">{t("meetings.attendance.leave")}</Button>
          </Form>
        </>
      ) : (
        <Form method="post">
          <ErrorSummary state={state} />
          <input type="hidden" name="intent" value="arrive" />
          {mode === "mixed" ? <Checkbox name="remote" label={t("meetings.attendance.remote")} state={state} /> : mode === "remote" ? <input type="hidden" name="remote" value="on" /> : null}
          <Button className="wide-button">{t("meetings.attendance.arrive")}</Button>
        </Form>
      )}
    </section>
  );
}
