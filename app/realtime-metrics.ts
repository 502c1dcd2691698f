// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hub } from "~realtime/index.server";

/** What realtime counts, as Prometheus text. */
export function realtimeMetrics(stats: ReturnType<Hub["stats"]>): string {
  const lines = [
    `concerto_realtime_connections ${stats.connections}`,
    `concerto_realtime_readers_behind ${stats.behind}`,
    `concerto_realtime_rooms ${stats.rooms}`,
    `concerto_realtime_document_bytes ${stats.documentBytes}`,
    `concerto_realtime_rooms_not_storing ${stats.frozenRooms}`,
    `concerto_realtime_commits_total ${stats.commits}`,
    `concerto_realtime_commit_failures_total ${stats.commitFailures}`,
    `concerto_realtime_rows_total ${stats.committedRows}`,
    `concerto_realtime_compactions_total ${stats.compactions}`,
    `concerto_realtime_recovered_total ${stats.recovered}`,
    `concerto_realtime_rows_set_aside_total ${stats.rowsSetAside}`,
    `concerto_realtime_echoes_dropped_total ${stats.echoesDropped}`,
    `concerto_realtime_oldest_waiting_milliseconds ${Math.round(stats.lastingMs)}`,
    ...labelled("concerto_realtime_messages_total", "kind", stats.received),
    ...labelled("concerto_realtime_message_bytes_total", "kind", stats.receivedBytes),
    ...labelled("concerto_realtime_refused_total", "reason", stats.refused),
    ...labelled("concerto_realtime_dismissed_total", "code", stats.dismissed),
    ...stats.commitMs.map(({ upTo, count }) => `concerto_realtime_commit_milliseconds_bucket{le="${upTo === Infinity ? "+Inf" : upTo}"} ${count}`),
  ];
  return `${lines.join("\n")}\n`;
}

function labelled(name: string, label: string, counts: Record<string, number | undefined>): string[] {
  return Object.entries(counts).map(([value, count]) => `${name}{${label}="${value}"} ${count ?? 0}`);
}
