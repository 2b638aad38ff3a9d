/** @typedef {keyof typeof import('@electron/fuses').FuseV1Options} FuseName */

/**
 * Writes the named fuses and leaves the others as they are.
 * @param {string} executable
 * @param {Partial<Record<FuseName, boolean>>} fuses
 */
export async function setFuses(executable, fuses) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const wanted = Object.fromEntries(
    Object.entries(fuses).map(([name, state]) => [
      FuseV1Options[/** @type {FuseName} */ (name)],
      state,
    ]),
  );
  await flipFuses(executable, { version: FuseVersion.V1, ...wanted });
}

/**
 * @param {string} executable
 * @param {FuseName} name
 * @returns {Promise<boolean>}
 */
export async function fuseIsOn(executable, name) {
  const { getCurrentFuseWire, FuseV1Options } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  return String.fromCharCode(Number(wire[FuseV1Options[name]])) === '1';
}
