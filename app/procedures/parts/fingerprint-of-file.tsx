// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/**
 * Chooses a file whose SHA-256 is computed here, in the browser, and written into the fingerprint field of the same form.
 * The input has no name: the file is never sent. Shown only where scripts run.
 */
export function FingerprintOfFile() {
  const { t } = useTranslation();
  const [ready, setReady] = useState(false);
  const [said, setSaid] = useState("");
  // Web Crypto exists only on https and localhost
  useEffect(() => setReady(typeof crypto !== "undefined" && crypto.subtle !== undefined), []);
  if (!ready) return null;
  const compute = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const bytes = await file.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const { impronta, numero } = input.form?.elements as unknown as { impronta: HTMLInputElement; numero: HTMLInputElement };
    impronta.value = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    numero.value = file.name.endsWith(".json") ? numberIn(new TextDecoder().decode(bytes)) : "";
    setSaid(t("procedures.verify.computed", { name: file.name }));
  };
  return (
    <div className="field mb-4">
      <label htmlFor="file">{t("procedures.verify.file")}</label>
      <div id="file-hint" className="field-hint">{t("procedures.verify.fileHint")}</div>
      <input id="file" type="file" className="form-control" accept=".pdf,.json,application/pdf,application/json" aria-describedby="file-hint" onChange={(event) => void compute(event.currentTarget)} />
      <p role="status" className="muted">{said}</p>
    </div>
  );
}

/** The number that a package or receipt bears, when it can be read. */
function numberIn(text: string): string {
  return /"number":"(\d{4}-\d{6})"/.exec(text)?.[1] ?? "";
}
