/** Why a directory's database can not be used. */
export type DirectoryErrorCode = 'directory-in-use' | 'other-version' | 'not-opened';

export class DirectoryError extends Error {
  readonly code: DirectoryErrorCode;

  constructor(code: DirectoryErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DirectoryError';
    this.code = code;
  }
}
