// SPDX-License-Identifier: AGPL-3.0-or-later
import { changeVisibility, createDocument, nameVersion } from "~/documents/index.server";
import type { City, Event } from "./city";
import { ownerOf } from "./seats";
import { texts } from "./texts";
import { writeIn } from "./write-in";

/** Bodies begin documents at their tables, others add to them, the coordination publishes some. */
export function documentsStory(city: City): Event[] {
  return texts.flatMap(({ table, by, days, title, template, blocks, additions, published }, n): Event[] => {
    const code = `document:${n}`;
    const begun: Event = {
      at: city.day(days, "14:10"),
      tell: async (at) => {
        const { id } = await createDocument(await city.as(by, at), { title, template, blocks, table: { id: city.id(`table:${table}`) } });
        city.keep(code, id);
      },
    };
    const added = additions.map(({ by: other, days: later, ...addition }): Event => ({
      at: city.day(later, "16:30"),
      tell: async (at) => writeIn(await city.as(other, at), city.id(code), addition),
    }));
    // discussed as it stood after the first contribution
    const [firstDay] = additions.map(({ days: later }) => later);
    if (firstDay !== undefined) {
      added.push({
        at: city.day(firstDay, "18:00"),
        tell: async (at) => {
          await nameVersion(await city.as(by, at), { documentId: city.id(code), name: "Testo letto insieme", reason: "Raccoglie il primo contributo arrivato dopo la bozza." });
        },
      });
    }
    if (published === undefined) return [begun, ...added];
    const made: Event = {
      at: city.day(published, "17:30"),
      tell: async (at) => {
        await changeVisibility(await city.as(ownerOf(table), at), { documentId: city.id(code), visibility: "public" });
      },
    };
    return [begun, ...added, made];
  });
}
