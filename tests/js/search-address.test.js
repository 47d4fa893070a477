/** A search as the address bar keeps it. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { siteScripts } = require("./site_scripts.js");

const { address, days } = siteScripts();

const ADDRESSES = [
  "?q=%E6%9F%B3%E6%B8%A1&from=2021-01-01&to=2022-12-31&unknown=0&sort=oldest&year=2021&year=&author=%E9%AA%86%E9%9D%92",
  "?q=%22a+b%22+-c",
  "?",
];

for (const known of ADDRESSES) {
  test(`read and written again is the same: ${known}`, () => {
    assert.equal(address.write(address.read(known)), known);
  });
}

test("what an address says that no search can mean is left out", () => {
  const read = address.read("?q=%E3%80%80a%E3%80%80&from=2022-02-30&to=2022-1-1&sort=best&colour=red");
  assert.equal(address.write(read), "?q=a");
});

test("an address of nonsense asks what it can", () => {
  const read = address.read("?q=%E6%B2%B3&page=-1&year=99999999999&year=2022&year=2022&year=&from=0&to=9999-99-99&unknown=x&sort=1&q=x");
  assert.equal(address.write(read), "?q=%E6%B2%B3&year=2022&year=");
});

test("an address says no more of a facet than a reader could choose", () => {
  const many = Array.from({ length: 5000 }, (_, i) => `author=${i}`).join("&");
  assert.equal(address.read(`?${many}`).only.author.length, 50);
});

/* The same each time: a shuffled row of what addresses are made of. */
test("any address is read, and what is written of it is read as the same", () => {
  const PIECES = ["q=", "&", "=", "?", "%", "%E6%B2%B3", "%ED%A0%80", "%00", "year=2022", "year=-1", "from=2022-06-01", "to=", "&unknown=0",
    "#", "+", "__proto__=", "constructor", "\ud83d", "河堤", "sort=newest", "&author=", "\u202e", "\n", "section=%3Cscript%3E", ";"];
  let state = 1;
  for (let turn = 0; turn < 3000; turn++) {
    let text = "?";
    for (let i = 0; i < turn % 12; i++) text += PIECES[(state = (state * 48271) % 2147483647) % PIECES.length];
    const asking = address.read(text);
    const written = address.write(asking);
    assert.deepEqual(address.read(written), asking, text);
    assert.equal(address.write(address.read(written)), written, text);
  }
});

test("a day of the first centuries is a day", () => {
  assert.equal(days.isBetween("00XX-06-01", "0001-01-01", "0099-12-31", true), true);
  assert.equal(days.isBetween("00XX-06-01", "0100-01-01", "0199-12-31", true), false);
});
