// SPDX-License-Identifier: AGPL-3.0-or-later
/** The signs of the editor's tools, which the icon set of the public administration lacks. Drawn on a grid of 20. */
const shapes = {
  bold: "M6 3.5h5a3.3 3.3 0 0 1 0 6.5H6zM6 10h5.8a3.3 3.3 0 0 1 0 6.5H6z",
  italic: "M8 3.5h7M5 16.5h7M11.5 3.5l-3 13",
  link: "M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.9-2.9a3.2 3.2 0 0 0-4.6-4.6l-1.2 1.2M11.5 8.5a3.2 3.2 0 0 0-4.6 0L4 11.4A3.2 3.2 0 0 0 8.6 16l1.2-1.2",
  bullets: "M8 5h9M8 10h9M8 15h9M3.5 5h.8M3.5 10h.8M3.5 15h.8",
  numbers: "M8 5h9M8 10h9M8 15h9M3 4l1-.7V7M2.8 9.2c.4-.9 2-.8 2 .2 0 .9-2 1.6-2 2.6h2.2M2.9 13.6c1.4-.6 2.4.2 2 1-.2.4-.7.5-1.1.5.5 0 1.2.2 1.3.8.1 1-1.3 1.4-2.3.8",
  tasks: "M9 5.5h8M9 14.5h8M2.5 5.2l1.6 1.6 2.6-3.2M2.8 12.2h4v4h-4z",
  quote: "M4 15c2.3-.8 3.4-2.6 3.4-5H4V5.5h4V10c0 3.4-1.4 5.4-4 6.3zM12 15c2.3-.8 3.4-2.6 3.4-5H12V5.5h4V10c0 3.4-1.4 5.4-4 6.3z",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M7.7 4v12M12.4 4v12",
  underline: "M6 3.5v6a4 4 0 0 0 8 0v-6M4.5 16.8h11",
  strike: "M3 10h14M13.8 6.2c-.6-1.6-2-2.4-3.8-2.4-2.2 0-3.9 1.2-3.9 3 0 1.2.6 2 1.8 2.6M6 13.4c.5 1.8 2 2.8 4.2 2.8 2.3 0 4-1.2 4-3 0-.6-.2-1.1-.5-1.5",
  deeper: "M9 5h8M9 10h8M9 15h8M3 7.5l3 2.5-3 2.5",
  higher: "M9 5h8M9 10h8M9 15h8M6 7.5L3 10l3 2.5",
  image: "M3 4h14v12H3zM3 14l4.5-4.5 3.5 3.5 2.5-2.5 3.5 3.5M12.5 7.5h.6",
  footnote: "M3 4.5h9M3 8.5h9M3 12.5h6M14.5 4.2l1.3-.9v4.9M3 16.5h14",
  find: "M8.8 3.5a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.6zM12.7 12.7L17 17",
  undo: "M7.5 4L4 7.5 7.5 11M4 7.5h7.5a4.2 4.2 0 0 1 0 8.5H8",
  redo: "M12.5 4L16 7.5 12.5 11M16 7.5H8.5a4.2 4.2 0 0 0 0 8.5H12",
} as const;

export function Glyph({ name }: { name: keyof typeof shapes }) {
  return (
    <svg className="glyph" viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
