// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale, Translate } from "~/web/i18n";
import { formatShortDate } from "~/web/time";
import { type Kind, phases, type State } from "../machine";

type View = { procedure: { kind: Kind; opensAt: Date | null; closesAt: Date | null }; state: State; transitions: { event: string; at: Date }[] };

/** The phases as steps with their dates: those behind with the day they began, the term of the notice, those to come without. */
export function stepsOf({ procedure, state, transitions }: View, t: Translate, locale: Locale): { steps: { label: string; note?: string }[]; current: number } {
  const list = phases[procedure.kind];
  const firstDay = (...events: string[]) => transitions.find(({ event }) => events.includes(event))?.at;
  const notes: Record<string, string | undefined> = {
    start: said(firstDay("start")),
    applications: procedure.closesAt ? t("procedures.phase.until", { when: formatShortDate(procedure.closesAt, locale) }) : undefined,
    check: said(firstDay("open_admissibility")),
    tables: said(firstDay("approve_admissions")),
    evaluation: said(firstDay("approve_admissions")),
  };
  function said(at: Date | undefined): string | undefined {
    return at ? t("procedures.phase.from", { when: formatShortDate(at, locale) }) : undefined;
  }
  const current = state === "revoked" ? -1 : list.findIndex(({ states }) => states.includes(state));
  return {
    current,
    steps: list.map(({ name, states }) => {
      const note = notes[name] ?? (states.length === 0 ? t("procedures.phase.later") : undefined);
      return note ? { label: t(`procedures.phase.${name}`), note } : { label: t(`procedures.phase.${name}`) };
    }),
  };
}
