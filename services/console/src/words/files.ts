export const files = {} as const satisfies Readonly<
  Record<string, readonly [en: string, nl: string]>
>;
