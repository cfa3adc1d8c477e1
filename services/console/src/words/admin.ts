export const admin = {} as const satisfies Readonly<
  Record<string, readonly [en: string, nl: string]>
>;
