// SPDX-License-Identifier: AGPL-3.0-or-later
import { Extension, type Extensions, Mark } from "@tiptap/core";
import { NAMED } from "../block-id";
import { type Kind, readEntries } from "./entry";

/** Everything but words that can be proposed: blocks, and the signs that stand in a line. */
const NODES = [...NAMED, "hardBreak", "mention"];

/** `was` is null but for modifications. */
const attributes = () => Object.fromEntries(["id", "person", "organisation", "at", "was"].map((name) => [name, { default: null, parseHTML: () => null, renderHTML: () => ({}) }]));

function suggestionMark(name: Kind, tag: string) {
  return Mark.create({
    name,
    // what is typed beside it does not belong to it
    inclusive: false,
    // several bodies may propose to delete the same words
    excludes: "",
    addAttributes: name === "modification" ? attributes : () => Object.fromEntries(Object.entries(attributes()).filter(([attribute]) => attribute !== "was")),
    // pasted text is proposed by who pastes it, not by who wrote it elsewhere
    parseHTML: () => [],
    renderHTML: ({ mark }) => [tag, { class: `suggested suggested-${name}`, "data-suggestion": mark.attrs.id, "data-organisation": mark.attrs.organisation }, 0],
  });
}

const OnNodes = Extension.create({
  name: "suggestedOnNodes",
  addGlobalAttributes: () => [
    {
      types: NODES,
      attributes: {
        suggested: {
          default: null,
          keepOnSplit: false,
          parseHTML: () => null,
          renderHTML: ({ suggested }) => {
            const [entry] = readEntries(suggested);
            return entry ? { "data-suggested": entry.kind, "data-suggestion": entry.id } : {};
          },
        },
      },
    },
  ],
});

/** The part of the schema that carries suggestions. */
export const suggestionMarks = (): Extensions => [suggestionMark("insertion", "ins"), suggestionMark("deletion", "del"), suggestionMark("modification", "span"), OnNodes];
