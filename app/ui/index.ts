// SPDX-License-Identifier: AGPL-3.0-or-later
export * from "./blocks";
export { Button, ButtonLink } from "./button";
export { ErrorSummary } from "./error-summary";
export { Checkbox, CheckboxGroup, Field, type FormState, fieldState, type Option, RadioGroup, Select, TextArea } from "./field";
export { FilterFold } from "./filter-fold";
export { Icon, SpriteContext } from "./icon";
export { Pagination } from "./pagination";
export { PanelSection } from "./panel";
export { Sequels } from "./sequels";
export { Written } from "./written";
