// SPDX-License-Identifier: AGPL-3.0-or-later
/** @type {{ path: string, file: string }[]} */
export default [
  { path: "municipi", file: "meetings/liaison/districts.page.tsx" },
  { path: "municipi/nil", file: "meetings/liaison/neighbourhoods.page.tsx" },
  { path: "municipi/:number", file: "meetings/liaison/district.page.tsx" },
  { path: "municipi/:number/realta", file: "meetings/liaison/bodies.page.tsx" },
  { path: "municipi/:number/raccordi", file: "meetings/liaison/liaisons.page.tsx" },
  { path: "raccordi/:id", file: "meetings/liaison/liaison.page.tsx" },
];
