// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Actor, can, capacities, type Capacity, type Power, powers } from "./actor";
