// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Card, Chip } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { timeLeft, windowAt } from "../deadline";
import type { Kind, State } from "../machine";

type Shown = { id: string; code: string; kind: Kind; title: string; state: State; opensAt: Date | null; closesAt: Date | null; organisationName: string };

/** The colour that a state has everywhere. */
export const toneOf = (state: State) =>
  state === "published" ? "success" : state === "revoked" || state === "deserted" ? "danger" : state === "initiated" || state === "notice_draft" ? "warning" : "neutral";

/** A procedure in a list: what it is, who leads it, how long one may still apply. */
export function ProcedureCard({ procedure, now }: { procedure: Shown; now: Date }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const { id, code, kind, title, state, closesAt, organisationName } = procedure;
  const open = state === "published" && windowAt(procedure, now) === "open";
  return (
    <Card to={paths.procedure(id)} title={title} level="h2" kicker={`${t(`procedures.kind.${kind}`)} · ${code}`} footer={organisationName}>
      <p>
        <Chip tone={toneOf(state)}>{t(`procedures.state.${state}`)}</Chip>
      </p>
      {closesAt && state !== "revoked" ? (
        <p>
          {t(open ? "procedures.list.until" : "procedures.list.closed", { when: formatDateTime(closesAt, locale) })}
          {open ? <TimeLeft closesAt={closesAt} now={now} /> : null}
        </p>
      ) : null}
    </Card>
  );
}

/** " — mancano 9 giorni". */
export function TimeLeft({ closesAt, now }: { closesAt: Date; now: Date }) {
  const { t } = useTranslation();
  const { unit, count } = timeLeft(closesAt, now);
  return <strong className="time-left"> — {t(`procedures.left.${unit}`, { count })}</strong>;
}
