// SPDX-License-Identifier: AGPL-3.0-or-later
import contributions from "./documents/contributions/messages.en.json";
import attachments from "./documents/attachments/messages.en.json";
import attribution from "./documents/attribution/messages.en.json";
import lifecycle from "./documents/lifecycle/messages.en.json";
import live from "./documents/live/messages.en.json";
import documents from "./documents/messages.en.json";
import quarantine from "./documents/quarantine/messages.en.json";
import service from "./documents/service/messages.en.json";
import versions from "./documents/versions/messages.en.json";
import imports from "./documents/import/messages.en.json";
import jobs from "./documents/jobs/messages.en.json";
import sealing from "./documents/sealing/messages.en.json";
import paper from "./documents/export/messages.en.json";
import writing from "./documents/writing/messages.en.json";
import guide from "./guide/messages.en.json";
import identity from "./identity/messages.en.json";
import journal from "./journal/messages.en.json";
import meetings from "./meetings/messages.en.json";
import liaison from "./meetings/liaison/messages.en.json";
import workshops from "./meetings/workshops/messages.en.json";
import decisions from "./meetings/decisions/messages.en.json";
import minutes from "./meetings/minutes/messages.en.json";
import commitments from "./meetings/commitments/messages.en.json";
import meetingsPaper from "./meetings/paper/messages.en.json";
import meetingsGrid from "./meetings/grid/messages.en.json";
import meetingsRecord from "./meetings/minutes/record.en.json";
import notices from "./notices/messages.en.json";
import plan from "./plan/messages.en.json";
import guidelines from "./plan/guidelines/messages.en.json";
import conflicts from "./plan/conflicts/messages.en.json";
import procedures from "./procedures/messages.en.json";
import registry from "./registry/messages.en.json";
import tables from "./tables/messages.en.json";
import transparency from "./transparency/messages.en.json";
import web from "./web/messages.en.json";

/** Every sentence of the interface in this language; the first word of a key is the domain. */
export const en = {
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
