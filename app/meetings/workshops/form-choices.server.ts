// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { neighbourhoods } from "~db/meetings/workshops";
import { listThemes } from "./find-workshop.server";
import { ownDistrict } from "./save-workshop.server";

/** What the form of a workshop offers to choose from. */
export async function formChoices(ctx: Pick<Ctx, "db" | "actor">) {
  const district = await ownDistrict(ctx);
  const near = await ctx.db.read.select().from(neighbourhoods).where(district === null ? undefined : eq(neighbourhoods.district, district)).orderBy(asc(neighbourhoods.district), asc(neighbourhoods.name));
  return {
    ownDistrict: district,
    themes: (await listThemes(ctx, true)).map(({ id, title }) => ({ value: id, label: title })),
    neighbourhoods: near.map(({ id, name, district: of }) => ({ value: id, label: district === null ? `${name} (${of})` : name })),
  };
}
