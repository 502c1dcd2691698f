// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { Button, Chip, Empty, ErrorSummary, Field, type FormState, Select } from "~/ui";
import type { Expected, Present } from "../read-attendance.server";

type Props = { present: Present[]; expected: Expected[]; /** The session is closed: who was there is shown, and nothing is asked. */ over: boolean; convenor: boolean; state: FormState };

/** Who is in and who was; and, for who keeps the door, who has still to arrive. */
export function PresenceList({ present, expected, over, convenor, state }: Props) {
  const { t } = useTranslation();
  const inside = present.filter(({ until }) => until === null);
  const left = present.filter(({ until }) => until !== null);
  const missing = expected.filter(({ seatId }) => !inside.some((row) => row.seatId === seatId));
  return (
    <>
      {inside.length === 0 && !(over && left.length > 0) ? <Empty>{t(over ? "meetings.attendance.nobodyWas" : "meetings.attendance.nobodyYet")}</Empty> : null}
      <ul className="presence-list">
        {inside.map((row) => (
          <Inside key={row.id} row={row} convenor={convenor} state={state?.values.attendanceId === row.id ? state : null} />
        ))}
      </ul>
      {missing.length > 0 ? (
        <>
          <h3>{t("meetings.attendance.missing")}</h3>
          <ul className="presence-list">
            {missing.map((seat) => (
              <Missing key={seat.seatId} seat={seat} convenor={convenor} />
            ))}
          </ul>
        </>
      ) : null}
      {left.length > 0 ? (
        <>
          {over ? null : <h3>{t("meetings.attendance.leftTitle")}</h3>}
          <ul className="plain-list">
            {left.map((row) => (
              <li key={row.id}>
                {row.body}, {row.person} <EnrolmentChip body={row.standing} /> <Chip tone={row.capacity === "observer" ? "warning" : "neutral"}>{t(`meetings.attendance.capacity.${row.capacity}`)}</Chip> <span className="muted">{t("meetings.attendance.fromUntil", { from: row.from, until: row.until })}</span>
                {row.extensionReason ? <div className="muted">{t("meetings.attendance.extendedBecause", { reason: row.extensionReason })}</div> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Inside({ row, convenor, state }: { row: Present; convenor: boolean; state: FormState }) {
  const { t } = useTranslation();
  return (
    <li>
      <div>
        <strong>{row.body}</strong> <EnrolmentChip body={row.standing} /> <Chip tone={row.capacity === "observer" ? "warning" : "success"}>{t(`meetings.attendance.capacity.${row.capacity}`)}</Chip> {row.remote ? <Chip>{t("meetings.attendance.isRemote")}</Chip> : null}
        <div className="muted">{t("meetings.attendance.personFrom", { person: row.person, from: row.from })}</div>
        {row.because ? <div>{t(row.because)}</div> : null}
        {row.extensionReason ? <div>{t("meetings.attendance.extendedBecause", { reason: row.extensionReason })}</div> : null}
      </div>
      {convenor ? (
        <Form method="post" className="no-print">
          <input type="hidden" name="attendanceId" value={row.id} />
          <Button small look="outline-primary" name="intent" value="leave">{t("meetings.attendance.recordLeave")}</Button>
        </Form>
      ) : null}
      {convenor && row.extendable ? (
        <details className="no-print" open={state !== null}>
          <summary>{t("meetings.attendance.extend")}</summary>
          <Form method="post" noValidate>
            <ErrorSummary state={state} labels={{ reason: t("meetings.attendance.extensionReason") }} />
            <input type="hidden" name="intent" value="extend" />
            <input type="hidden" name="attendanceId" value={row.id} />
            <Field id={`reason-${row.id}`} name="reason" label={t("meetings.attendance.extensionReason")} hint={t("meetings.attendance.extensionHint")} maxLength={1000} state={state} required />
            <Button small>{t("meetings.attendance.extendDo")}</Button>
          </Form>
        </details>
      ) : null}
    </li>
  );
}

function Missing({ seat, convenor }: { seat: Expected; convenor: boolean }) {
  const { t } = useTranslation();
  const { seatId, body, standing, role, answer, people } = seat;
  return (
    <li>
      <div>
        {body} <EnrolmentChip body={standing} /> {role === "observer" ? <Chip>{t("tables.role.observer")}</Chip> : null} {answer ? <Chip>{t(`meetings.reply.short.${answer}`)}</Chip> : null}
      </div>
      {people.length === 0 ? (
        <span className="muted">{t("meetings.attendance.noPeople")}</span>
      ) : convenor ? (
        <Form method="post" className="door-form no-print">
          <input type="hidden" name="intent" value="arrive" />
          <Select id={`who-${seatId}`} name="affiliationId" label={t("meetings.attendance.whoArrives", { body })} options={people.map(({ affiliationId, label, ended }) => ({ value: affiliationId, label: ended ? t("meetings.attendance.endedOption", { person: label }) : label }))} required />
          <Button small look="outline-primary">{t("meetings.attendance.recordArrival")}</Button>
        </Form>
      ) : null}
    </li>
  );
}
