// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Checkbox, ErrorSummary, type FormState, RadioGroup } from "~/ui";

type Quorum = { entitled: number; present: number; needed: number; reached: boolean; rule: string };

/** The number of the session in one strip: how many there are, how many are needed, what the rule says. */
export function QuorumStrip({ quorum, open }: { quorum: Quorum; open: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={`quorum-strip ${quorum.reached ? "reached" : "missing"}`} role="status" aria-live="polite">
      <p className="quorum-count">
        <strong>{quorum.present}</strong> {t("meetings.quorum.of", { entitled: quorum.entitled })}
      </p>
      <div>
        <p className="quorum-says">{t(quorum.reached ? "meetings.quorum.reached" : open ? "meetings.quorum.lost" : "meetings.quorum.missing", { needed: quorum.needed })}</p>
        <p className="muted mb-0">{quorum.rule}</p>
      </div>
    </div>
  );
}

/** Opens and closes the session. */
export function SessionForms({ open, secondCall, reached, state }: { open: boolean; secondCall: boolean; reached: boolean; state: FormState }) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="next-step no-print" noValidate>
      <ErrorSummary state={state} />
      {open ? (
        <div className="row-actions">
          <Button look="outline-primary" name="intent" value="close">{t("meetings.session.close")}</Button>
          <span className="muted">{t("meetings.session.closeMeans")}</span>
        </div>
      ) : (
        <>
          <input type="hidden" name="intent" value="open" />
          {secondCall ? <RadioGroup name="call" legend={t("meetings.session.call")} options={["first", "second"].map((value) => ({ value, label: t(`meetings.session.${value}`) }))} initial="first" state={state} /> : null}
          {reached ? null : <Checkbox name="withoutQuorum" label={t("meetings.session.withoutQuorum")} state={state} />}
          <Button>{t("meetings.session.open")}</Button>
        </>
      )}
    </Form>
  );
}
