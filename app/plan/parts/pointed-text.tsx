// SPDX-License-Identifier: AGPL-3.0-or-later

/** A text of the plan; when it opens a list of points, the points stand under it. */
export function PointedText({ text }: { text: string }) {
  const [opening, ...points] = text.split("\n");
  return (
    <>
      {opening}
      {points.length > 0 ? (
        <ul className="points">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
