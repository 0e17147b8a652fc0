// What the page keeps on this phone. A phone may refuse (private browsing): the page then works without.

export function recall(key) {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** '' forgets. */
export function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Kept nowhere.
  }
}

export function recallList(key) {
  try {
    const list = JSON.parse(recall(key) || '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
