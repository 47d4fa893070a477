/** A search as the address bar keeps it. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { rooms } = require("./rooms.js");

const { address } = rooms();

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
