// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { handOver } from "../export/make-paper.server";
import { openJobFile } from "./find-job.server";

/** The file that was prepared, to be saved. */
export const loader = load(async (ctx, { params }) => handOver(await openJobFile(ctx, params.job ?? "")));
