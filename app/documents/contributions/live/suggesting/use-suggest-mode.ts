// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Extensions } from "@tiptap/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { SuggestMode } from "./suggest-mode";

type Me = { id: string; organisationId: string | null };

export type Suggesting = {
  on: boolean;
  choose: (on: boolean) => void;
  /** Counts what was not done because it cannot be proposed. */
  refused: number;
  extension: Extensions[number];
};

const CHOICE = "concerto-suggerisco";

/** Whether one writes or proposes; who may only propose has no choice. The choice lasts as long as the window. */
export function useSuggestMode({ id, organisationId }: Me, forced: boolean): Suggesting {
  const [chosen, setChosen] = useState(false);
  const [refused, setRefused] = useState(0);
  useEffect(() => setChosen(window.sessionStorage.getItem(CHOICE) === "1"), []);
  const choose = useCallback((on: boolean) => {
    window.sessionStorage.setItem(CHOICE, on ? "1" : "0");
    setRefused(0);
    setChosen(on);
  }, []);
  const told = useRef(setRefused);
  const extension = useMemo(
    () => SuggestMode.configure({ author: organisationId === null ? null : { person: id, organisation: organisationId }, onRefused: () => told.current((count) => count + 1) }),
    [id, organisationId],
  );
  return { on: forced || chosen, choose, refused, extension };
}
