// SPDX-License-Identifier: AGPL-3.0-or-later
import { NodeSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";
import { closeOnEscape } from "./small-form";
import { sendPicture } from "./send-picture";

type Props = { editor: Editor; documentId: string; /** Dropped or pasted, when there is one. */ given: File | null; onDone: () => void };

/** A new picture, or what the selected one shows. Without a description none is taken. */
export function ImageForm({ editor, documentId, given, onDone }: Props) {
  const { t } = useTranslation();
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  const [present] = useState(() => selectedImage(editor));
  const [because, setBecause] = useState<{ file?: string; description?: string }>({});
  const [sending, setSending] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const apply = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const description = String(typed.get("description") ?? "").trim();
    const chosen = given ?? typed.get("file");
    const file = chosen instanceof File && chosen.name ? chosen : null;
    const wrong = { ...(!description && { description: "documents.writing.image.missing" }), ...(!present && !file && { file: "documents.attachments.fileMissing" }) };
    setBecause(wrong);
    if (Object.keys(wrong).length > 0) return;
    if (present) {
      editor.chain().focus().updateAttributes("image", { alt: description }).run();
      return onDone();
    }
    if (!file) return;
    setSending(true);
    const sent = await sendPicture(documentId, file, description);
    setSending(false);
    if (!sent.ok) return setBecause({ [sent.field]: sent.because });
    editor.chain().focus().insertContent({ type: "image", attrs: { src: sent.src, alt: description } }).run();
    onDone();
  };
  const problem = (name: "file" | "description") =>
    because[name] ? (
      <p id={`${id}-${name}-wrong`} className="field-error" role="alert">
        {t(because[name], { megabytes: 25 })}
      </p>
    ) : null;
  const wiring = (name: "file" | "description") => ({ "aria-invalid": because[name] ? true : undefined, "aria-describedby": because[name] ? `${id}-${name}-wrong` : undefined });
  return (
    <form className="tool-form" onSubmit={apply} onKeyDown={closeOnEscape(onDone)} noValidate>
      {present || given ? null : (
        <>
          <label htmlFor={`${id}-file`}>{t("documents.writing.image.file")}</label>
          <input ref={first} id={`${id}-file`} name="file" type="file" accept="image/png,image/jpeg,image/gif,image/webp" {...wiring("file")} />
        </>
      )}
      {given ? <p className="tool-note">{given.name}</p> : null}
      {problem("file")}
      <label htmlFor={`${id}-description`}>{t("documents.writing.image.description")}</label>
      <input ref={present || given ? first : undefined} id={`${id}-description`} name="description" className="form-control tool-wide" maxLength={300} defaultValue={present?.alt ?? ""} {...wiring("description")} />
      <Button small disabled={sending}>
        {t(sending ? "documents.writing.image.sending" : present ? "documents.writing.image.change" : "documents.writing.image.insert")}
      </Button>
      {problem("description")}
      <p className="tool-note">{t("documents.writing.image.hint")}</p>
    </form>
  );
}

function selectedImage(editor: Editor): { alt: string } | null {
  const { selection } = editor.state;
  return selection instanceof NodeSelection && selection.node.type.name === "image" ? { alt: String(selection.node.attrs.alt) } : null;
}
