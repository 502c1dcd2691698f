// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a document may contain, said once: the editor, the first content and the server's rendering all rest on it.
 * Nothing here may change a text by itself when it is opened: readers open it too.
 */
import { type Extensions, getSchema } from "@tiptap/core";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import UniqueID from "@tiptap/extension-unique-id";
import type { SuggestionOptions } from "@tiptap/suggestion";
import StarterKit from "@tiptap/starter-kit";
import { isSafeAddress } from "./address";
import { NAMED } from "./block-id";
import { Footnote } from "./footnote";
import { Guidance } from "./guidance";
import { Image } from "./image";
import { Mention } from "./mention";
import { suggestionMarks } from "./suggested/marks";

export { TEXT } from "./text-name";

type Words = {
  /** What a screen reader says of a task's box. */
  taskLabel?: (text: string, checked: boolean) => string;
  guidance?: { label: string; removeLabel: string };
  /** Where the picture with this SHA-256 is shown. */
  imageAddress?: (src: string) => string;
  /** How people and things are looked for while one types; without it nothing is offered. */
  naming?: Omit<SuggestionOptions, "editor">;
};

export function textExtensions({ taskLabel = (text) => text, guidance, imageAddress, naming }: Words = {}): Extensions {
  return [
    StarterKit.configure({
      // the title of the page is the only h1
      heading: { levels: [2, 3, 4] },
      code: false,
      codeBlock: false,
      // undo belongs to the collaboration: each undoes only what is theirs
      undoRedo: false,
      trailingNode: false,
      link: {
        openOnClick: false,
        defaultProtocol: "https",
        HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
        isAllowedUri: (uri) => isSafeAddress(uri),
      },
    }),
    TaskList,
    TaskItem.configure({ nested: true, a11y: { checkboxLabel: (node, checked) => taskLabel(node.textContent, checked) } }),
    TableKit.configure({ table: { resizable: false, renderWrapper: true } }),
    Footnote,
    Image.configure(imageAddress ? { address: imageAddress } : {}),
    Mention.configure(naming ? { suggestion: naming } : {}),
    Guidance.configure(guidance ?? {}),
    ...suggestionMarks(),
    // the attribute only: who gives ids is `KeepBlockIds`, in the editor, and `withBlockIds` elsewhere
    UniqueID.configure({ types: NAMED, updateDocument: false }),
  ];
}

/** The ProseMirror schema, for turning text into shared state. */
export const textSchema = () => getSchema(textExtensions());
