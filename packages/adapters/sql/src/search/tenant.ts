/** Whose rows a session may see, for the first column of every index of search. */
export const ownTenant = `coalesce(nullif(current_setting('herkomst.tenant', true), ''), 'default')`;
