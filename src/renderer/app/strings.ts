/** The words of the page, under the short name the components use. */
import { strings } from '../../shared/strings';

export const words = strings.app;
export const help = strings.help;
export const presentWords = strings.present;
export const tableStrings = strings.tables;
