const KEY = "semblance.token";

/**
 * The token from the page's address. It is taken out of the address bar, where it could be copied by
 * accident, and kept for this tab only, so that a reload still works.
 */
export function takeAddressToken(): string | undefined {
  const found = /[#&]token=([^&]+)/.exec(location.hash)?.[1];
  if (found !== undefined) {
    sessionStorage.setItem(KEY, decodeURIComponent(found));
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return sessionStorage.getItem(KEY) ?? undefined;
}
