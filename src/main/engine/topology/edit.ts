/** Edits of a topology: what other parts of the engine use of them. */
export { parseEdit } from './edit-parse';
export { editLine } from './edit-line';
export { applyEdit, type Applied, type Edit, type EditStep } from './edit-steps';
