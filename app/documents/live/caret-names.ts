// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The names on the carets. A name steps back a moment after its caret stopped, so that it does not cover the line above;
 * it returns when the caret moves, when one points at it, and when one points at the person in the list.
 */
import { useEffect } from "react";
import type { DocumentProvider } from "~realtime/index";
import type { Face } from "./caret";
import { keyOf } from "./people";

const caretsOf = (key: string) => [...document.querySelectorAll<HTMLElement>(".caret")].filter((caret) => caret.dataset.person === key);

/** Keeps the name of a person's caret on screen, or lets it go. */
export function nameCaret(key: string, named: boolean): void {
  for (const caret of caretsOf(key)) caret.classList.toggle("caret-named", named);
}

/** Brings the place where somebody writes into sight. */
export function goToCaret(key: string): void {
  caretsOf(key)[0]?.scrollIntoView({ block: "center", behavior: "instant" });
}

/** Lets the name return for a moment whenever its caret moves. */
export function useCaretNames(provider: DocumentProvider): void {
  useEffect(() => {
    const { awareness } = provider;
    const places = new Map<number, string>();
    const look = ({ added, updated }: { added: number[]; updated: number[] }) => {
      for (const client of [...added, ...updated]) {
        const { user, cursor } = (awareness.getStates().get(client) ?? {}) as { user?: Face; cursor?: unknown };
        const place = JSON.stringify(cursor ?? null);
        if (!user?.id || places.get(client) === place) continue;
        places.set(client, place);
        for (const caret of caretsOf(keyOf(user))) {
          for (const animation of caret.querySelector(".caret-label")?.getAnimations() ?? []) {
            animation.cancel();
            animation.play();
          }
        }
      }
    };
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [provider]);
}
