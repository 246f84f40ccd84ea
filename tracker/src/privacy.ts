/** True when the browser asks not to be tracked, or its owner has excluded this browser with `pulsegraph_ignore`. */
export function optedOut(): boolean {
  return (
    navigator.doNotTrack === '1' ||
    window.doNotTrack === '1' ||
    navigator.globalPrivacyControl === true ||
    ignoredByOwner()
  );
}

function ignoredByOwner(): boolean {
  try {
    return localStorage.getItem('pulsegraph_ignore') === 'true';
  } catch {
    // Reading localStorage throws where storage is blocked and in sandboxed frames.
    return false;
  }
}
