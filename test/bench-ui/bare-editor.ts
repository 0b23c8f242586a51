/** The page of `floor.bench.ts`: one editor with the options of a cell's, and nothing else. */
import { editor } from '../../src/renderer/editor/monaco';
import { editorOptions } from '../../src/renderer/editor/options';

const element = document.createElement('div');
element.style.cssText = 'width: 900px; height: 300px';
document.body.append(element);
const model = editor.createModel('', 'plaintext');
editor.create(element, { ...editorOptions('monospace', false), model }).focus();
