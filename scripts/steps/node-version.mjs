// @ts-check
/**
 * Imported first by every script, so that an old Node says what is wrong before it trips over a newer feature.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Failed: Tracebook needs Node.js 20.19 or newer, this is ${process.versions.node}.\n` +
      'Fix:    install a current Node.js from https://nodejs.org and run the command again.\n',
  );
  process.exit(1);
}
