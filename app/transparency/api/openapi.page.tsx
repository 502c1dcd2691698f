// SPDX-License-Identifier: AGPL-3.0-or-later
import { answer } from "./answer.server";
import { description } from "./openapi";

export const loader = answer(async (_ctx, { link }) => description(link("/api/v1")));
