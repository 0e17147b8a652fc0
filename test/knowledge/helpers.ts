import { fileURLToPath } from 'node:url';
import { loadLexicon } from '../../src/knowledge/lexicon.ts';
import { loadDanger } from '../../src/knowledge/danger.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { buildIndex } from '../../src/knowledge/search.ts';

export const contentDir = fileURLToPath(new URL('../../content', import.meta.url));
export const set = (name: string): string => fileURLToPath(new URL(`sets/${name}.tsv`, import.meta.url));

export const knowledge = loadKnowledge(contentDir);
export const index = buildIndex(knowledge.content.entries, loadLexicon(contentDir), loadDanger(contentDir).phrases);

export const now = new Date('2026-11-24T02:00:00Z');

/** A procedure file that has no fault, for tests that break one thing at a time. */
export const goodFile = `---
id: viec-thu
title: Việc thử
ask:
  - việc thử là gì
  - viec thu lam the nao
  - ai lo việc thử
  - việc thử mất bao lâu
  - làm việc thử cần gì
keywords: [việc thử, VT]
for: [Hội cơ sở]
public: true
urgent: false
status: in-force
valid_from: 2026-01-01
checked: 2026-11-24
related: []
sources:
  - ref: dl
    document: Điều lệ
    grade: S
  - ref: bao
    document: Báo
    grade: S2
---
Việc thử là việc để thử. [dl]

## Quy trình
1. Làm trước. [dl]
2. Làm sau, mức {muc-thu}. [bao]

## Lưu ý
- Chị hỏi Hội cấp trên giúp em.
`;
