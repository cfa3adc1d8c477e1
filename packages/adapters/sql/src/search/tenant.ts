/** Whose rows a session may see, for the first column of every index of search. */
export const ownTenant = `current_setting('herkomst.tenant')`;
