// How a text is read: **bold**, addresses, numbers to call. Makes parts only; whoever draws them uses text nodes.

const MARKS = /\*\*([^*\n](?:[^\n]*?[^*\n])?)\*\*|https?:\/\/[^\s<>"'*]+/gu;
const PHONE = /^\+?[\d .]{3,15}$/u;

/**
 * @typedef {{ kind: 'text', text: string } | { kind: 'link', text: string, href: string } | { kind: 'bold', parts: Part[] }} Part
 * @param {string} text
 * @returns {Part[]}
 */
export function parts(text) {
  const found = [];
  let from = 0;
  const plain = (to) => {
    if (to > from) found.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const match of text.matchAll(MARKS)) {
    plain(match.index);
    const [whole, bold] = match;
    const part = bold === undefined ? link(whole) : { kind: 'bold', parts: boldParts(bold, text.slice(0, match.index)) };
    found.push(part);
    from = match.index + (part.kind === 'link' ? part.text.length : whole.length);
  }
  plain(text.length);
  return found;
}

/** After a telephone sign a bold number is one to call; elsewhere it is only a figure. */
function boldParts(bold, before) {
  if (/📞\s*$/u.test(before) && PHONE.test(bold)) {
    return [{ kind: 'link', text: bold, href: `tel:${bold.replace(/[ .]/g, '')}` }];
  }
  return parts(bold);
}

/** A sentence's own end is not part of an address. */
function link(address) {
  const closing = address.includes('(') ? /[.,;:!?”»\]}]+$/u : /[.,;:!?”»\]})]+$/u;
  const text = address.replace(closing, '');
  return { kind: 'link', text, href: text };
}
