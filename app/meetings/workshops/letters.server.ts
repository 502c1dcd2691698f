// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import type { Db } from "~db/client.server";
import type { workshopRegistrations, workshops } from "~db/meetings/workshops";

type Occasion = "confirm" | "again" | "seat" | "waiting" | "promoted" | "changed" | "cancelled";
type About = Pick<typeof workshops.$inferSelect, "id" | "title" | "startsAt" | "place" | "cancelledReason">;
type To = Pick<typeof workshopRegistrations.$inferSelect, "email" | "locale">;

/** Writes to somebody who registered, in their language. Letters never say for whom they come nor who else does. */
export async function writeTo(db: Db, ctx: Pick<Ctx, "now">, occasion: Occasion, workshop: About, { email, locale }: To, secret?: string): Promise<void> {
  const values = {
    workshop: workshop.title,
    when: formatDateTime(workshop.startsAt, locale),
    place: workshop.place,
    reason: workshop.cancelledReason ?? "",
    link: absolute(secret ? paths.workshopRegistration(secret) : paths.workshop(workshop.id)),
  };
  await enqueueLetter(db, ctx, letterFrom(`workshops.letter.${occasion}`, { to: email, locale, values }));
}
