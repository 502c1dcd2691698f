// SPDX-License-Identifier: AGPL-3.0-or-later
import { exportWork } from "../export/export-work.server";
import { importWork } from "../import/import-work.server";
import { proposalWork } from "../import/proposal/proposal-work.server";
import type { JobKind, Work } from "./job";

/** How each kind of job is done. */
export const works: Record<JobKind, Work> = { export: exportWork, import: importWork, proposal: proposalWork };
