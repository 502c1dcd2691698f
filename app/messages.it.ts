// SPDX-License-Identifier: AGPL-3.0-or-later
import contributions from "./documents/contributions/messages.it.json";
import attachments from "./documents/attachments/messages.it.json";
import attribution from "./documents/attribution/messages.it.json";
import lifecycle from "./documents/lifecycle/messages.it.json";
import live from "./documents/live/messages.it.json";
import documents from "./documents/messages.it.json";
import quarantine from "./documents/quarantine/messages.it.json";
import service from "./documents/service/messages.it.json";
import versions from "./documents/versions/messages.it.json";
import imports from "./documents/import/messages.it.json";
import jobs from "./documents/jobs/messages.it.json";
import sealing from "./documents/sealing/messages.it.json";
import paper from "./documents/export/messages.it.json";
import writing from "./documents/writing/messages.it.json";
import guide from "./guide/messages.it.json";
import identity from "./identity/messages.it.json";
import journal from "./journal/messages.it.json";
import meetings from "./meetings/messages.it.json";
import liaison from "./meetings/liaison/messages.it.json";
import workshops from "./meetings/workshops/messages.it.json";
import decisions from "./meetings/decisions/messages.it.json";
import minutes from "./meetings/minutes/messages.it.json";
import commitments from "./meetings/commitments/messages.it.json";
import meetingsPaper from "./meetings/paper/messages.it.json";
import meetingsGrid from "./meetings/grid/messages.it.json";
import meetingsRecord from "./meetings/minutes/record.it.json";
import notices from "./notices/messages.it.json";
import plan from "./plan/messages.it.json";
import guidelines from "./plan/guidelines/messages.it.json";
import conflicts from "./plan/conflicts/messages.it.json";
import procedures from "./procedures/messages.it.json";
import registry from "./registry/messages.it.json";
import tables from "./tables/messages.it.json";
import transparency from "./transparency/messages.it.json";
import web from "./web/messages.it.json";

/** Every sentence of the interface in this language; the first word of a key is the domain. */
export const it = {
  conflicts,
  contributions,
  documents: { ...documents, attachments, attribution, lifecycle, live, quarantine, service, versions, writing },
  guide,
  guidelines,
  identity,
  imports,
  jobs,
  journal,
  liaison,
  meetings: { ...meetings, commitments, decisions, minutes, grid: meetingsGrid, paper: meetingsPaper, record: meetingsRecord },
  notices,
  paper,
  plan,
  procedures,
  registry,
  sealing,
  tables,
  transparency,
  web,
  workshops,
};
