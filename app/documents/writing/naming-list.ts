// SPDX-License-Identifier: AGPL-3.0-or-later
/** The list that opens while one types a name after @: seen at the caret, read out through the text field it belongs to. */
import type { SuggestionOptions, SuggestionProps } from "@tiptap/suggestion";
import type { Named } from "~/web/named";

const LIST_ID = "elenco-dei-nomi";
const GAP = 4;

type Words = {
  label: string;
  none: string;
  kind: (kind: Named["kind"]) => string;
};

/** Asks what may be named by some words; an empty answer when the server does not reply. */
export type Ask = (words: string) => Promise<Named[]>;

export function namingOptions(ask: Ask, words: Words): Omit<SuggestionOptions<Named>, "editor"> {
  return {
    char: "@",
    allowSpaces: false,
    items: ({ query }) => ask(query),
    command: ({ editor, range, props: { kind, target, label, to } }) => {
      editor.chain().focus().insertContentAt(range, [{ type: "mention", attrs: { kind, target, label, to } }, { type: "text", text: " " }]).run();
    },
    render: () => openList(words),
  };
}

function openList(words: Words) {
  const list = document.createElement("ul");
  let props: SuggestionProps<Named> | null = null;
  let chosen = 0;
  const field = () => props?.editor.view.dom;
  const draw = () => {
    const items = props?.items ?? [];
    chosen = Math.min(chosen, Math.max(0, items.length - 1));
    list.replaceChildren(...(items.length > 0 ? items.map((item, i) => row(item, i)) : [said(words.none)]));
    place();
    field()?.setAttribute("aria-activedescendant", items.length > 0 ? `${LIST_ID}-${chosen}` : "");
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  };
  const row = (item: Named, i: number) => {
    const line = document.createElement("li");
    line.id = `${LIST_ID}-${i}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", String(i === chosen));
    const name = document.createElement("strong");
    name.textContent = item.label;
    const note = document.createElement("span");
    note.textContent = [words.kind(item.kind), item.note].filter(Boolean).join(" · ");
    line.append(name, note);
    // the text keeps the focus
    line.addEventListener("mousedown", (event) => {
      event.preventDefault();
      props?.command(item);
    });
    return line;
  };
  const place = () => {
    const at = props?.clientRect?.();
    if (!at) return;
    const width = Math.min(360, window.innerWidth - 2 * GAP);
    list.style.width = `${width}px`;
    list.style.left = `${Math.max(GAP, Math.min(at.left, window.innerWidth - width - GAP))}px`;
    const below = at.bottom + GAP + list.offsetHeight <= window.innerHeight;
    list.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - list.offsetHeight)}px`;
  };
  return {
    onStart(now: SuggestionProps<Named>) {
      props = now;
      list.id = LIST_ID;
      list.className = "naming-list";
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", words.label);
      document.body.append(list);
      field()?.setAttribute("aria-controls", LIST_ID);
      field()?.setAttribute("aria-expanded", "true");
      draw();
    },
    onUpdate(now: SuggestionProps<Named>) {
      props = now;
      draw();
    },
    onKeyDown({ event }: { event: KeyboardEvent }) {
      const items = props?.items ?? [];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && items.length > 0) {
        chosen = (chosen + step + items.length) % items.length;
        draw();
        return true;
      }
      const item = items[chosen];
      if ((event.key !== "Enter" && event.key !== "Tab") || !item) return false;
      props?.command(item);
      return true;
    },
    onExit() {
      for (const name of ["aria-controls", "aria-expanded", "aria-activedescendant"]) field()?.removeAttribute(name);
      list.remove();
    },
  };
}

function said(sentence: string): HTMLLIElement {
  const line = document.createElement("li");
  line.setAttribute("role", "option");
  line.setAttribute("aria-disabled", "true");
  line.setAttribute("aria-selected", "false");
  line.textContent = sentence;
  return line;
}
