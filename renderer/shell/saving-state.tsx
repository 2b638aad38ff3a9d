/** Whether all work is stored; filled by the work log. */
export function SavingState() {
  return null;
}
