// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor } from "@tiptap/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";
import { isSafeAddress } from "../schema/address";
import { closeOnEscape } from "./small-form";

/** Asks for the address of a link. Takes the focus; Escape gives it back to the text. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const [present] = useState(() => editor.getAttributes("link").href as string | undefined);
  useEffect(() => field.current?.focus(), []);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const href = completed(field.current?.value ?? "");
    if (!isSafeAddress(href)) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !present) chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  };
  return (
    <form className="tool-form" onSubmit={apply} onKeyDown={closeOnEscape(onDone)} noValidate>
      <label htmlFor="link-address">{t("documents.link.address")}</label>
      <input ref={field} id="link-address" type="url" className="form-control" defaultValue={present} aria-invalid={wrong || undefined} aria-describedby={wrong ? "link-wrong" : undefined} />
      <Button small>{t("documents.link.apply")}</Button>
      {present ? (
        <Button
          small
          type="button"
          look="outline-primary"
          onClick={() => {
            editor.chain().focus().extendMarkRange("link").unsetLink().run();
            onDone();
          }}
        >
          {t("documents.link.remove")}
        </Button>
      ) : null}
      {wrong ? (
        <p id="link-wrong" className="field-error" role="alert">
          {t("documents.link.wrong")}
        </p>
      ) : null}
    </form>
  );
}

/** People write "comune.it" and "nome@ente.it" without the rest. */
function completed(typed: string): string {
  const address = typed.trim();
  if (address === "" || /^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}
