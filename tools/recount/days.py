"""Days, working days, months, ages and periods, from part D of the catalogue ("Conventions that change numbers")."""
from datetime import date, timedelta
from functools import lru_cache

ONE = timedelta(days=1)


def easter(year):
    """Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


MOVED = {  # a usual bank holiday that was kept on another day
    date(1995, 5, 1): date(1995, 5, 8), date(2002, 5, 27): date(2002, 6, 4), date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8), date(2022, 5, 30): date(2022, 6, 2)}
EXTRA = {date(1999, 12, 31), date(2002, 6, 3), date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)}


@lru_cache(None)
def bank_holidays(year):
    """Those of England and Wales; one on a weekend is kept on the next weekday that is free."""
    def monday(day):
        return day + timedelta(days=-day.weekday() % 7)
    sunday = easter(year)
    held = {sunday - 2 * ONE, sunday + ONE}
    for usual in (monday(date(year, 5, 1)), monday(date(year, 5, 25)), monday(date(year, 8, 25))):
        held.add(MOVED.get(usual, usual))
    held |= {day for day in EXTRA if day.year == year}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while fixed.weekday() > 4 or fixed in held:
            fixed += ONE
        held.add(fixed)
    return frozenset(held)


def is_working(day):
    return day.weekday() < 5 and day not in bank_holidays(day.year)


@lru_cache(None)
def _working_days_before(year):
    return sum(wd_from_new_year(date(y, 12, 31)) for y in range(1990, year))


@lru_cache(None)
def wd_from_new_year(day):
    return sum(is_working(date(day.year, 1, 1) + i * ONE) for i in range((day - date(day.year, 1, 1)).days + 1))


def _working_number(day):
    return _working_days_before(day.year) + wd_from_new_year(day)


def wd(a, b):
    """Working days d with a < d <= b: the start is day 0. Negative where b is before a."""
    return _working_number(b) - _working_number(a)


def last_within(start, working_days):
    """The last day within the limit: a weekend after the last working day is within it still."""
    d = start
    while wd(start, d + ONE) <= working_days:
        d += ONE
    return d


def cd(a, b):
    return (b - a).days


def m(a, months):
    """a and so many calendar months, held to the month's last day."""
    year, month = divmod(a.year * 12 + a.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - ONE).day
    return date(year, month + 1, min(a.day, last))


def birthday(born, age):
    """The day an age is reached; somebody born on 29 February reaches it on 1 March where the year has no such day."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age(born, day):
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1


def month_end(year, month):
    return m(date(year, month, 1), 1) - ONE


class Period:
    """Both ends inclusive. A snapshot is the close of its last day."""
    def __init__(self, window, at):
        self.window, self.b = window, at
        first = at.replace(day=1)
        april = date(at.year - (at.month < 4), 4, 1)
        self.a = {"snapshot": at, "month": first, "week": at - at.weekday() * ONE, "rolling-12": m(first, -11), "rolling-3-years": m(first, -35),
                  "ytd": april, "financial-year": april, "quarter": m(first, -((at.month - 1) % 3))}[window]

    def holds(self, day):
        return day is not None and self.a <= day <= self.b

    @property
    def months(self):
        return (self.b.year - self.a.year) * 12 + self.b.month - self.a.month + 1
