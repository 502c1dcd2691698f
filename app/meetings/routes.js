// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "tavoli/:slug/incontri", file: "meetings/table-meetings.page.tsx" },
  { path: "tavoli/:slug/incontri/nuovo", file: "meetings/new-meeting.page.tsx" },
  { path: "tavoli/:slug/impegni", file: "meetings/commitments/commitments.page.tsx" },
  { path: "tavoli/:slug/impegni/:id", file: "meetings/commitments/commitment.page.tsx" },
  { path: "incontri/:id/decisioni", file: "meetings/decisions/decisions.page.tsx" },
  { path: "incontri/:id/decisioni/:decisionId", file: "meetings/decisions/decision.page.tsx" },
  { path: "incontri/:id", file: "meetings/meeting.page.tsx" },
  { path: "incontri/:id/presenze", file: "meetings/attendance/attendance.page.tsx" },
  { path: "incontri/:id/ordine-del-giorno", file: "meetings/agenda/agenda.page.tsx" },
  { path: "incontri/:id/proponi", file: "meetings/agenda/propose.page.tsx" },
  { path: "incontri/:id/convoca", file: "meetings/convocation/convene.page.tsx" },
  { path: "incontri/:id/modifica", file: "meetings/convocation/edit-meeting.page.tsx" },
  { path: "incontri/:id/annulla", file: "meetings/convocation/cancel.page.tsx" },
  { path: "incontri/:id/convocazioni", file: "meetings/convocation/proof.page.tsx" },
  { path: "incontri/:id/incontro.ics", file: "meetings/calendar/entry.page.tsx" },
];
