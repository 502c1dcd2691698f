// SPDX-License-Identifier: AGPL-3.0-or-later
import { NodeSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";
import { closeOnEscape } from "./small-form";

/** The words of a note: of the one selected, or of a new one where the caret stands. */
export function FootnoteForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [present] = useState(() => selectedFootnote(editor));
  const [wrong, setWrong] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const apply = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const words = (field.current?.value ?? "").replace(/\s+/g, " ").trim();
    if (!words) return setWrong(true);
    editor.chain().focus().setFootnote(words).run();
    onDone();
  };
  // a note is one line however long: Enter puts it in the text
  const onEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) apply(event);
  };
  return (
    <form className="tool-form" onSubmit={apply} onKeyDown={closeOnEscape(onDone)} noValidate>
      <label htmlFor="footnote-words">{t("documents.writing.footnote.label")}</label>
      <textarea ref={field} id="footnote-words" className="form-control" rows={2} onKeyDown={onEnter} defaultValue={present ?? ""} aria-invalid={wrong || undefined} aria-describedby={wrong ? "footnote-wrong" : undefined} />
      <Button small>{t(present === null ? "documents.writing.footnote.insert" : "documents.writing.footnote.change")}</Button>
      {present === null ? null : (
        <Button
          small
          type="button"
          look="outline-primary"
          onClick={() => {
            editor.chain().focus().deleteSelection().run();
            onDone();
          }}
        >
          {t("documents.writing.footnote.remove")}
        </Button>
      )}
      {wrong ? (
        <p id="footnote-wrong" className="field-error" role="alert">
          {t("documents.writing.footnote.missing")}
        </p>
      ) : null}
    </form>
  );
}

function selectedFootnote(editor: Editor): string | null {
  const { selection } = editor.state;
  return selection instanceof NodeSelection && selection.node.type.name === "footnote" ? selection.node.textContent : null;
}
