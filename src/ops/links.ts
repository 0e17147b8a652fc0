import { createHmac, timingSafeEqual } from 'node:crypto';

export interface LinkedFile {
  hash: string;
  mime: string;
  name?: string;
}

/** Short-lived links to kept files. The signature covers the file, its kind, its name and the end. */
export function fileLinks(secret: string, minutes: number) {
  const sign = (body: string): string => createHmac('sha256', secret).update(body).digest('base64url');
  return {
    link(file: LinkedFile, now: Date): string {
      const body = Buffer.from(JSON.stringify({ ...file, end: now.getTime() + minutes * 60_000 })).toString('base64url');
      return `/files/${body}.${sign(body)}`;
    },
    /** The file of a link that is genuine and not over, else null. */
    open(signed: string, now: Date): LinkedFile | null {
      const [body = '', signature = ''] = signed.split('.');
      const [mine, theirs] = [Buffer.from(sign(body)), Buffer.from(signature)];
      if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return null;
      const { end, ...file } = JSON.parse(Buffer.from(body, 'base64url').toString()) as LinkedFile & { end: number };
      return end > now.getTime() ? file : null;
    },
  };
}
