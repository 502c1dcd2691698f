// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, TextArea } from "~/ui";
import { paths } from "~/web/paths";
import type { Lack, ProcedureEvent, State } from "../machine";
import type { Warning } from "../notice-lint";

type Office = {
  next: { event: ProcedureEvent; lacks: Lack[] }[];
  warnings: Warning[];
  received: number | null;
  mayRevoke: boolean;
  mayCorrect: boolean;
  mayExtend: boolean;
  mayWrite: boolean;
};
type View = { procedure: { id: string }; state: State };

/** For the responsible office: what is missing before the next step, with links, or the button that takes it. */
export function OfficeBox({ view: { procedure, state }, office }: { view: View; office: Office }) {
  const { t } = useTranslation();
  const { id } = procedure;
  const [primary] = office.next.filter(({ lacks }) => lacks.length === 0);
  const blocked = office.next.filter(({ event, lacks }) => lacks.length > 0 && (event !== "declare_deserted" || !primary) && (event !== "open_admissibility" || !primary));
  return (
    <section className="step-box office" aria-labelledby="ufficio">
      <h2 id="ufficio">{t("procedures.office.title")}</h2>
      {blocked.slice(0, 1).map(({ event, lacks }) => (
        <div key={event}>
          <h3>{t("procedures.office.missing")}</h3>
          <p className="muted">{t(`procedures.office.before.${event}`)}</p>
          <ul className="lacks">
            {lacks.map((lack) => (
              <li key={`${lack.because}${lack.field ?? ""}`}>
                <Link to={placeOf(lack, id)}>{t(lack.because, lack.values)}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {office.received === null && state === "published" ? <p className="muted">{t("procedures.office.sealed")}</p> : null}
      {office.received === null ? null : <p>{t("procedures.office.received", { count: office.received })}</p>}
      {primary ? (
        <Form method="post">
          <Button name="step" value={primary.event}>{t(`procedures.do.${primary.event}`)}</Button>
        </Form>
      ) : null}
      <ul className="plain-links">
        {office.mayWrite ? <li><Link to={paths.notice(id)}>{t("procedures.office.write")}</Link></li> : null}
        {office.received ? <li><Link to={paths.receivedApplications(id)}>{t("procedures.office.list")}</Link></li> : null}
        {office.mayCorrect ? <li><Link to={paths.correctNotice(id)}>{t("procedures.office.correct")}</Link></li> : null}
        {office.mayExtend ? <li><Link to={paths.extendNotice(id)}>{t("procedures.office.extend")}</Link></li> : null}
      </ul>
      {office.mayRevoke ? (
        <details>
          <summary>{t("procedures.revoke.title")}</summary>
          <Form method="post" noValidate>
            <TextArea name="reason" label={t("procedures.revoke.reason")} rows={3} required />
            <Button name="step" value="revoke" look="outline-danger">{t("procedures.do.revoke")}</Button>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

function placeOf({ at, field }: Lack, id: string): string {
  if (at === "notice") return `${paths.notice(id)}${field ? `#${field}` : ""}`;
  return at === "applications" ? paths.receivedApplications(id) : paths.procedure(id);
}
