// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor } from "@tiptap/react";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { DocumentProvider } from "~realtime/index";

/** The living text of the page, for what stands beside it. */
export type Desk = { editor: Editor; provider: DocumentProvider };
type Shared = { desk: Desk | null; setDesk: (desk: Desk | null) => void };

const DeskContext = createContext<Shared>({ desk: null, setDesk: () => {} });

/** Lets the tabs beside a text reach its editor, once there is one. */
export function DeskRoom({ children }: { children: ReactNode }) {
  const [desk, setDesk] = useState<Desk | null>(null);
  const shared = useMemo(() => ({ desk, setDesk }), [desk]);
  return <DeskContext.Provider value={shared}>{children}</DeskContext.Provider>;
}

/** The editor beside which one stands; null without JavaScript, before it is there, and for who only reads the page. */
export const useDesk = (): Desk | null => useContext(DeskContext).desk;

export const useSetDesk = () => useContext(DeskContext).setDesk;
