/** The words of the page, under the short name the components use. */
export { appStrings as words } from '../../shared/strings/app';
export { tableStrings } from '../../shared/strings/tables';
