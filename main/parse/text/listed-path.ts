/** What The Sleuth Kit writes after a path: which attribute it read, and that the file is deleted. */
const REMARKS = /(?: \((?:\$FILE_NAME|deleted|deleted-realloc)\))+$/;
/** `l/lrwxrwxrwx`: of a link, the target follows the path. */
const LINK = /^.\/l|^l\//;
const TARGET = / -> .*$/;

/** The path in a name of a body file or of mactime, so that it is the same path however it was come by. */
export function listedPath(name: string, mode: string): string {
  const path = name.replace(REMARKS, '');
  return LINK.test(mode) ? path.replace(TARGET, '') : path;
}
