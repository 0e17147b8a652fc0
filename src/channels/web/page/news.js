// News from the server, for as long as somebody looks at the page.

const RETRY_MS = 4_000;

/**
 * @param {{ after: () => number, receive: (message: object) => void, offline: HTMLElement }} by
 */
export function news({ after, receive, offline }) {
  let stream = null;

  async function catchUp() {
    try {
      const response = await fetch(`chat/messages?after=${after()}`);
      if (response.ok) for (const message of (await response.json()).messages) receive(message);
    } catch {
      // The stream brings it as soon as there is a network.
    }
  }

  function listen() {
    stream?.close();
    stream = new EventSource(`chat/events?after=${after()}`);
    stream.addEventListener('message', (event) => receive(JSON.parse(event.data)));
    stream.addEventListener('open', () => { offline.hidden = true; });
    stream.addEventListener('error', () => {
      offline.hidden = navigator.onLine;
      // An answer that is no stream (the server is just starting) ends it for good: begin again.
      if (stream.readyState === EventSource.CLOSED && !document.hidden) setTimeout(listen, RETRY_MS);
    });
  }

  // A page nobody looks at keeps no connection; what it missed comes when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) stream?.close();
    else listen();
  });
  window.addEventListener('offline', () => { offline.hidden = false; });
  window.addEventListener('online', () => {
    offline.hidden = true;
    listen();
  });
  return { catchUp, listen };
}
