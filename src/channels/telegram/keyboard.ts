import type { InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types';
import type { RenderedChoice } from '../../conversation/index.ts';

/** Two such labels side by side are still readable on a small phone. */
const SHORT_LABEL = 18;

/** Choices in rows of two, or one a row when a label is long; what steers (Quay lại, Bỏ qua…) together at the bottom. */
export function rows(choices: RenderedChoice[]): RenderedChoice[][] {
  const plain = choices.filter((choice) => !choice.nav);
  const steering = choices.filter((choice) => choice.nav);
  const width = plain.some((choice) => choice.label.length > SHORT_LABEL) ? 1 : 2;
  const pairs = Array.from({ length: Math.ceil(plain.length / width) }, (_, at) => plain.slice(at * width, (at + 1) * width));
  return steering.length > 0 ? [...pairs, steering] : pairs;
}

const button = ({ label, data }: RenderedChoice): InlineKeyboardButton => ({ text: label, callback_data: data });

export function inlineKeyboard(choices: RenderedChoice[]): InlineKeyboardMarkup {
  return { inline_keyboard: rows(choices).map((row) => row.map(button)) };
}

/**
 * The button that shares her own number. A message carries one keyboard only, so choices go below it as words: tapping
 * one types it, and the conversation takes a choice by its words as well.
 */
export function contactKeyboard(label: string, choices: RenderedChoice[]): ReplyKeyboardMarkup {
  const words = rows(choices).map((row) => row.map((choice) => ({ text: choice.label })));
  return { keyboard: [[{ text: label, request_contact: true }], ...words], resize_keyboard: true, one_time_keyboard: true };
}
