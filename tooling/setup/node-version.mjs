import { SetupError } from '../say.mjs';

/** The oldest Node whose module loader and built-ins our tools rely on. */
const oldest = [20, 19];

/** Says so at once when this Node is too old, rather than failing somewhere later. */
export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldest;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new SetupError(
    `Node ${oldest.join('.')} or newer is needed; this is ${process.versions.node}`,
  );
}
