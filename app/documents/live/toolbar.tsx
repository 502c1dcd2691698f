// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Editor, useEditorState } from "@tiptap/react";
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FindForm } from "./find-form";
import { FootnoteForm } from "./footnote-form";
import { ImageForm } from "./image-form";
import { LinkForm } from "./link-form";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { TableForm } from "./table-form";
import { type Opens, type Tool, tableTools, textTools } from "./tools";
import { useEditorKeys } from "./use-editor-keys";

type Props = { editor: Editor; controls: string; documentId: string };

/** One stop for the tab key; arrows, Home and End move inside, Escape goes back to the text. On a narrow screen it scrolls sideways. */
export function Toolbar({ editor, controls, documentId }: Props) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Opens | null>(null);
  const [given, setGiven] = useState<File | null>(null);
  const [stop, setStop] = useState(textTools[0]?.name ?? "");
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const inTable = now.isActive("table");
      const shown = inTable ? [...textTools, ...tableTools] : textTools;
      return {
        inTable,
        pressed: shown.filter((tool) => tool.pressed?.(now)).map(({ name }) => name),
        disabled: shown.filter((tool) => tool.enabled && !tool.enabled(now)).map(({ name }) => name),
      };
    },
  });
  const tools = state.inTable ? [...textTools, ...tableTools] : textTools;
  const current = tools.some(({ name }) => name === stop) ? stop : textTools[0]?.name;
  const show = useCallback((what: Opens | null, file: File | null = null) => {
    setGiven(file);
    setOpen(what);
  }, []);
  const use = (tool: Tool) => {
    setStop(tool.name);
    if (tool.opens) show(open === tool.opens ? null : tool.opens);
    else tool.run?.(editor);
  };
  const close = () => {
    show(null);
    editor.commands.focus();
  };
  useEditorKeys(editor, show, () => bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  const moving = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    else if (event.key === "?") show("shortcuts");
    else moveInside(event, bar.current);
  };
  return (
    <div className="tools-frame no-print">
      <div ref={bar} role="toolbar" className="editor-tools" aria-label={t("documents.tools.label")} aria-controls={controls} onKeyDown={moving}>
        {tools.map((tool, i) => (
          <ToolButton
            key={tool.name}
            label={t(`documents.tools.${tool.name}`)}
            shortcut={tool.shortcut}
            firstOfGroup={i > 0 && tool.group !== tools[i - 1]?.group}
            stop={tool.name === current}
            pressed={tool.pressed ? state.pressed.includes(tool.name) : undefined}
            expanded={tool.opens ? open === tool.opens : undefined}
            disabled={state.disabled.includes(tool.name)}
            onUse={() => use(tool)}
            onFocus={() => setStop(tool.name)}
          >
            {tool.face ?? t(`documents.tools.face.${tool.name}`)}
          </ToolButton>
        ))}
      </div>
      {open === "link" ? <LinkForm editor={editor} onDone={close} /> : null}
      {open === "table" ? <TableForm editor={editor} onDone={close} /> : null}
      {open === "footnote" ? <FootnoteForm editor={editor} onDone={close} /> : null}
      {open === "image" ? <ImageForm key={given?.name} editor={editor} documentId={documentId} given={given} onDone={close} /> : null}
      {open === "find" ? <FindForm editor={editor} onDone={close} /> : null}
      {open === "shortcuts" ? <ShortcutsDialog onDone={close} /> : null}
    </div>
  );
}

type ToolButtonProps = {
  label: string;
  shortcut?: string | undefined;
  firstOfGroup: boolean;
  stop: boolean;
  pressed: boolean | undefined;
  expanded: boolean | undefined;
  disabled: boolean;
  onUse: () => void;
  onFocus: () => void;
  children: ReactNode;
};

function ToolButton({ label, shortcut, firstOfGroup, stop, pressed, expanded, disabled, onUse, onFocus, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={firstOfGroup ? "tool tool-first" : "tool"}
      tabIndex={stop ? 0 : -1}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-disabled={disabled}
      // the selection in the text stays where it is
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !disabled && onUse()}
      onFocus={onFocus}
    >
      {children}
    </button>
  );
}

function moveInside(event: KeyboardEvent, bar: HTMLElement | null): void {
  const buttons = [...(bar?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  if (at < 0) return;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[(to + buttons.length) % buttons.length]?.focus();
}
