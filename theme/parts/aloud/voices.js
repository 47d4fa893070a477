/**
 * Which of a browser's voices may read a text aloud: one of the reader's own machine that speaks its language. A voice that
 * is a service elsewhere would be sent what is read.
 */
var NewspaperArchive = NewspaperArchive || {};

NewspaperArchive.voices = (function () {
  "use strict";

  /* Mandarin as it is spoken where the characters are written so. A voice of Hong Kong reads Cantonese. */
  const SIMPLIFIED = ["zh-cn", "zh-hans-cn", "zh-hans", "cmn-hans-cn", "zh-sg", "zh", "cmn", "zh-tw"];
  const TRADITIONAL = ["zh-tw", "zh-hant-tw", "zh-hk", "zh-hant-hk", "zh-hant", "cmn-hant-tw", "zh-mo", "zh-cn", "zh", "cmn"];
  const IS_TRADITIONAL = /^zh-(hant|tw|hk|mo)/iu;

  /** Times the voice's own speed. */
  const SPEEDS = [0.6, 0.8, 1, 1.25, 1.5];
  const USUAL = 2;

  /**
   * @template {{lang: string, localService: boolean}} Voice
   * @param {Voice[]} voices
   * @param {string} language of the text
   * @returns {Voice | undefined} the one that fits best
   */
  function fitting(voices, language) {
    const wanted = IS_TRADITIONAL.test(language) ? TRADITIONAL : SIMPLIFIED;
    const own = voices.filter(({ localService }) => localService);
    for (const lang of wanted) {
      const found = own.find((voice) => voice.lang.replace(/_/gu, "-").toLowerCase() === lang);
      if (found) return found;
    }
    return undefined;
  }

  /** @param {string} text as kept @returns {number} a place in SPEEDS */
  function speed(text) {
    return /^[0-4]$/u.test(text) ? Number(text) : USUAL;
  }

  return { SPEEDS, fitting, speed };
})();
