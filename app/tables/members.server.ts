// SPDX-License-Identifier: AGPL-3.0-or-later
import { isPublicBody } from "~/registry";
import type { Ctx } from "~/web/context";
import type { WorkingTable } from "./find-table.server";
import { type Sight, sightOfPersons } from "./policy";
import { type SeatAt, seatsAt, type SpeakerAt } from "./seats-at.server";
import { standingAt } from "./standing.server";

/** A person on a seat, as far as the viewer may know: label and ids are null where only the role may be shown. */
export type MemberVoice = Pick<SpeakerAt, "mandateId" | "roleLabel" | "capacity" | "validFrom" | "validTo"> & { personLabel: string | null };
/** `hidden`: whether somebody speaks from the seat is not for the viewer to know. */
export type Member = Omit<SeatAt, "speakers"> & { voices: MemberVoice[]; hidden: boolean };

/**
 * The seats of a table at an instant, with the persons that the viewer may know of: see `sightOfPersons`. The sight is that of
 * today, also when the instant is in the past.
 */
export async function membersOf(ctx: Pick<Ctx, "db" | "actor" | "now">, table: WorkingTable, at: Date): Promise<{ sight: Sight; members: Member[] }> {
  const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
  const sight = sightOfPersons(ctx.actor, table, standing);
  const members = (await seatsAt(ctx.db.read, table.id, at)).map(({ speakers, ...seat }) => {
    const shown = sight === "names" || sight === "roles" || (sight === "officers" && isPublicBody(seat.organisationKind));
    const voices = shown ? speakers.map((speaker) => asSeen(speaker, sight)) : [];
    return { ...seat, voices, hidden: !shown };
  });
  return { sight, members };
}

function asSeen({ mandateId, roleLabel, capacity, validFrom, validTo, personLabel }: SpeakerAt, sight: Sight): MemberVoice {
  return { mandateId, roleLabel, capacity, validFrom, validTo, personLabel: sight === "names" ? personLabel : null };
}
