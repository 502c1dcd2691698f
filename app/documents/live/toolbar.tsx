// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Editor, useEditorState } from "@tiptap/react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkForm } from "./link-form";
import { TableForm } from "./table-form";
import { type Tool, tableTools, textTools } from "./tools";

type Open = "link" | "table" | null;

/** One stop for the tab key; arrows, Home and End move inside. On a narrow screen it scrolls sideways. */
export function Toolbar({ editor, controls }: { editor: Editor; controls: string }) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open>(null);
  const [stop, setStop] = useState(textTools[0]?.name ?? "");
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      inTable: now.isActive("table"),
      pressed: textTools.filter((tool) => tool.pressed?.(now)).map(({ name }) => name),
      disabled: textTools.filter((tool) => tool.enabled && !tool.enabled(now)).map(({ name }) => name),
    }),
  });
  const tools = state.inTable ? [...textTools, ...tableTools] : textTools;
  const current = tools.some(({ name }) => name === stop) ? stop : textTools[0]?.name;
  const use = (tool: Tool) => {
    setStop(tool.name);
    if (tool.opens) setOpen(open === tool.opens ? null : tool.opens);
    else tool.run?.(editor);
  };
  const close = () => {
    setOpen(null);
    editor.commands.focus();
  };
  return (
    <div className="tools-frame no-print">
      <div ref={bar} role="toolbar" className="editor-tools" aria-label={t("documents.tools.label")} aria-controls={controls} onKeyDown={(event) => moveInside(event, bar.current)}>
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
