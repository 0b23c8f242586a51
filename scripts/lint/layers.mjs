// @ts-check
/**
 * The architecture as a lint rule: which folder of src/ may import which other one, and which packages.
 * Tests and what stands in folders named `testing` may reach anywhere, e.g. for fixtures.
 */
import path from 'node:path';

/**
 * @typedef {object} Layer
 * @property {string} folder
 * @property {readonly string[]} layers other folders, and files outside of src/, it may import
 * @property {readonly string[]} [packages] packages it may import, `node:*` for all of Node; absent: any
 */

/** An inner folder stands before the one around it. @type {readonly Layer[]} */
const layers = [
  { folder: 'src/shared', layers: [], packages: ['zod'] },
  { folder: 'src/main/engine', layers: ['src/shared'], packages: ['yaml', 'zod', 'ip-num'] },
  {
    folder: 'src/main/handout',
    layers: ['src/main/engine', 'src/renderer/diagrams', 'src/shared'],
    packages: [
      'hast-util-to-html',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'mdast-util-to-hast',
      'micromark-extension-gfm',
      'zod',
    ],
  },
  { folder: 'src/main', layers: ['src/main/engine', 'src/main/handout', 'src/shared'] },
  { folder: 'src/preload', layers: ['src/shared'], packages: ['electron'] },
  {
    folder: 'src/renderer/diagrams',
    layers: ['src/renderer', 'src/shared'],
    packages: ['react', 'react-dom', 'd3'],
  },
  {
    folder: 'src/renderer',
    layers: ['src/renderer/diagrams', 'src/shared'],
    packages: ['react', 'react-dom', 'react-markdown', 'remark-gfm', 'd3', 'monaco-editor'],
  },
  {
    folder: 'src/cli',
    layers: ['src/main/engine', 'src/main/handout', 'src/shared', 'package.json'],
    packages: ['node:*'],
  },
];

const isTest = /\.test\.tsx?$|\/testing\//;

/**
 * Why a file must not import something.
 * @param {string} file relative to the project, with forward slashes
 * @param {string} specifier as written in the import
 * @returns {string | undefined} undefined when it may
 */
export function reasonAgainst(file, specifier) {
  const layer = layerOf(file);
  if (!layer || isTest.test(file)) return undefined;
  if (!specifier.startsWith('.')) {
    const allowed = !layer.packages || layer.packages.includes(packageOf(specifier));
    return allowed ? undefined : `${layer.folder} may not import the package ${packageOf(specifier)}.`;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const targetLayer = layerOf(target)?.folder ?? target;
  const allowed = targetLayer === layer.folder || layer.layers.includes(targetLayer);
  return allowed ? undefined : `${layer.folder} may not import ${targetLayer}.`;
}

/** @param {string} file */
const layerOf = (file) => layers.find(({ folder }) => `${file}/`.startsWith(`${folder}/`));

/** @param {string} specifier */
function packageOf(specifier) {
  if (specifier.startsWith('node:')) return 'node:*';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * What this rule needs of oxlint's ESLint-compatible interface.
 * @typedef {object} Context
 * @property {string} filename
 * @property {string} cwd
 * @property {(problem: { node: ImportNode, message: string }) => void} report
 * @typedef {{ source: { value?: unknown } | null }} ImportNode
 */

export default {
  meta: { name: 'tracebook' },
  rules: {
    layers: {
      /** @param {Context} context */
      create(context) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
        /** @param {ImportNode} node */
        const check = (node) => {
          const specifier = node.source?.value;
          const message = typeof specifier === 'string' ? reasonAgainst(file, specifier) : undefined;
          if (message) context.report({ node, message });
        };
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
          TSImportType: check,
        };
      },
    },
  },
};
