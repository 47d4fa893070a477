"""On PYTHONPATH this sets every Python ahead by `CLOCK_AHEAD` seconds; files keep the machine's time."""

import datetime as dt
import os
import time

AHEAD = int(os.environ["CLOCK_AHEAD"])

real_time, real_time_ns = time.time, time.time_ns
real_gmtime, real_localtime, real_strftime = time.gmtime, time.localtime, time.strftime


def localtime(seconds: float | None = None) -> time.struct_time:
    return real_localtime(time.time() if seconds is None else seconds)


class Date(dt.date):
    @classmethod
    def today(cls) -> "Date":
        return cls.fromtimestamp(time.time())


class DateTime(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> "DateTime":
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls) -> "DateTime":
        return cls.now()

    @classmethod
    def utcnow(cls) -> "DateTime":
        return cls.now(dt.UTC).replace(tzinfo=None)


time.time = lambda: real_time() + AHEAD
time.time_ns = lambda: real_time_ns() + AHEAD * 10**9
time.localtime = localtime
time.gmtime = lambda seconds=None: real_gmtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, moment=None: real_strftime(form, moment or localtime())
dt.date = Date  # type: ignore[misc]
dt.datetime = DateTime  # type: ignore[misc]
