using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Plain;

/// <summary>Answers an expression for one case on one day, by the meaning of the language and nothing cleverer.</summary>
/// <param name="journeys">The data.</param>
/// <param name="limit">A timescale's length in force on the date it is added to, for the case looked at; null where it has no row.</param>
internal sealed class Expressions(Journeys.Journeys journeys, Func<string, int, Look, Limit?> limit)
{
    private readonly Fields _fields = new(journeys);

    /// <summary>What <c>due</c> means while a clock chooses a row of a timescale.</summary>
    public int ClockDue { get; init; } = Days.Unknown;

    /// <summary>What <c>previous</c> means then.</summary>
    public int ClockPrevious { get; init; } = Days.Unknown;

    public Truth Truth(Node node, Look look) => node switch
    {
        And both => Truths.And(Truth(both.Left, look), Truth(both.Right, look)),
        Or either => Truths.Or(Truth(either.Left, look), Truth(either.Right, look)),
        Not not => Truths.Not(Truth(not.Inner, look)),
        Compare compare => Comparing(compare, look),
        OneOf one => Value(one.Value, look) is var v && v.IsKnown ? Truths.Of(one.Cells.Contains((int)(one.Value.Type == ValueKind.Number ? v.Value * 1000 : v.Value))) : Told(v),
        OneOfTexts one => Value(one.Value, look) is var v && v.IsKnown ? Truths.Of(one.Texts.Contains(v.Text!)) : Told(v),
        IsKnown known => Truths.Of(Value(known.Value, look).IsKnown),
        ForLength lasting => Lasting(lasting, look),
        Aggregate { Gathering: Gathering.Exists } exists => Truths.Any(Records(exists.Records, look).Select(g => g.Truth)),
        _ => Value(node, look) is var v && v.IsKnown ? Truths.Of(v.Value != 0) : Told(v),
    };

    public Worth Value(Node node, Look look) => node switch
    {
        Constant { Type: ValueKind.Number } number => Worth.Of(number.Cell / 1000m),
        Constant constant => Worth.Of(constant.Cell),
        TextConstant text => Worth.Of(text.Text),
        FieldOf field => _fields.Read(field, look),
        CaseDate => Worth.Of(look.Date),
        AsAt => Worth.Of(look.Day),
        Language.ClockDue => Worth.Of(ClockDue),
        Language.ClockPrevious => Worth.Of(ClockPrevious),
        DatePlus plus => Added(plus, look),
        Arithmetic sum => Reckoned(sum, look),
        Call call => Called(call, look),
        Aggregate gathered => Aggregated(gathered, look),
        _ => Truth(node, look) switch
        {
            Bellwether.Indicators.Plain.Truth.Yes => Worth.Of(1),
            Bellwether.Indicators.Plain.Truth.No => Worth.Of(0),
            _ => Worth.Unknown,
        },
    };

    private static Truth Told(Worth missing) => missing.Standing == Standing.None ? Bellwether.Indicators.Plain.Truth.No : Bellwether.Indicators.Plain.Truth.Unknown;

    private Truth Comparing(Compare compare, Look look)
    {
        var (left, right) = (Value(compare.Left, look), Value(compare.Right, look));
        if (!left.IsKnown || !right.IsKnown) return Told(Worth.Missing(left, right));
        var order = left.Text is not null || right.Text is not null
            ? string.CompareOrdinal(left.Text, right.Text)
            : left.Value.CompareTo(right.Value);
        return Truths.Of(compare.Sign switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        });
    }

    /// <summary>Walks back day by day from t, never before the case began, until the condition fails.</summary>
    private Truth Lasting(ForLength lasting, Look look)
    {
        return Held(yesOnly: true) ? Bellwether.Indicators.Plain.Truth.Yes : Held(yesOnly: false) ? Bellwether.Indicators.Plain.Truth.Unknown : Bellwether.Indicators.Plain.Truth.No;

        bool Held(bool yesOnly)
        {
            var since = look.Day + 1;
            while (since > look.Cases.First[look.Case] && Holds(since - 1)) since--;
            if (since > look.Day || Last(lasting.Length, since, look) is not { } last) return false;
            return lasting.AtLeast ? look.Day >= last : look.Day > last;

            bool Holds(int day) => Truth(lasting.Inner, look.On(day)) is var truth
                && (truth == Bellwether.Indicators.Plain.Truth.Yes || (!yesOnly && truth == Bellwether.Indicators.Plain.Truth.Unknown));
        }
    }

    private Worth Added(DatePlus plus, Look look)
    {
        var date = Value(plus.Date, look);
        if (!date.IsKnown) return date;
        if (plus.Minus) return Worth.Of(date.Day - plus.By.Fixed.Length);
        return Last(plus.By, date.Day, look) is { } last ? Worth.Of(last) : Worth.Unknown;
    }

    /// <summary>The last day within a length of a day; null where the timescale has no row for it.</summary>
    public int? Last(Length length, int from, Look look)
    {
        var by = length.Timescale.Length == 0 ? length.Fixed : limit(length.Timescale, from, look);
        return by is { } known ? Days.Of(known.LastDayFrom(Days.Date(from))) : null;
    }

    private Worth Reckoned(Arithmetic sum, Look look)
    {
        var (left, right) = (Value(sum.Left, look), Value(sum.Right, look));
        if (!left.IsKnown || !right.IsKnown) return Worth.Missing(left, right);
        if (sum.Sign == '/' && right.Value == 0) return Worth.None;
        return Worth.Of(sum.Sign switch
        {
            '+' => left.Value + right.Value,
            '-' => left.Value - right.Value,
            '*' => Thousandths(left.Value * right.Value),
            _ => Thousandths(left.Value / right.Value),
        });

        // A number of the language is kept in thousandths, half away from zero.
        static decimal Thousandths(decimal number) => Math.Round(number, 3, MidpointRounding.AwayFromZero);
    }

    private Worth Called(Call call, Look look)
    {
        if (call.Function == Function.If)
            return Truth(call.Arguments[0], look) switch
            {
                Bellwether.Indicators.Plain.Truth.Yes => Value(call.Arguments[1], look),
                Bellwether.Indicators.Plain.Truth.No => Value(call.Arguments[2], look),
                _ => Worth.Unknown,
            };
        var given = call.Arguments.Select(a => Value(a, look)).ToList();
        if (call.Function is Function.Min or Function.Max)
        {
            if (given.Any(g => g.Standing == Standing.Unknown)) return Worth.Unknown;
            var known = given.Where(g => g.IsKnown).Select(g => g.Value).ToList();
            return known.Count == 0 ? Worth.None : Worth.Of(call.Function == Function.Min ? known.Min() : known.Max());
        }
        var missing = given.Where(g => !g.IsKnown).ToList();
        if (missing.Count > 0) return missing.Aggregate(Worth.Missing);
        if (call.Function is Function.Age or Function.Birthday)
        {
            var born = _fields.Born(look.Subject);
            if (!born.IsKnown) return born;
            return Worth.Of(call.Function == Function.Age
                ? Ages.On(Days.Date(born.Day), Days.Date(given[0].Day))
                : Days.Of(Ages.Birthday(Days.Date(born.Day), (int)given[0].Value)));
        }
        var (a, b) = (Days.Date(given[0].Day), Days.Date(given[1].Day));
        return Worth.Of(call.Function switch
        {
            Function.Days => given[1].Day - given[0].Day,
            Function.WorkingDays => WorkingDays.Between(a, b),
            _ => Months.Between(a, b),
        });
    }

    private Worth Aggregated(Aggregate gather, Look look)
    {
        var rows = journeys.Rows(gather.Records.Kind.Name);
        var yes = Records(gather.Records, look).Where(g => g.Truth == Bellwether.Indicators.Plain.Truth.Yes).ToList();
        if (gather.Gathering == Gathering.Count) return Worth.Of(yes.Count);
        if (gather.Gathering is Gathering.First or Gathering.Last)
        {
            var ordered = yes.OrderBy(g => g.Date).ThenBy(g => g.Row).Select(g => g.Row).ToList();
            if (ordered.Count == 0) return Worth.None;
            return Value(gather.Of!, look with { Rows = rows, Row = gather.Gathering == Gathering.First ? ordered[0] : ordered[^1] });
        }
        var values = yes.Select(g => Value(gather.Of!, look with { Rows = rows, Row = g.Row })).Where(v => v.IsKnown).ToList();
        return Worth.Of(gather.Gathering == Gathering.CountDistinct ? values.Distinct().Count() : values.Sum(v => v.Value));
    }

    private IEnumerable<(int Row, int Date, Truth Truth)> Records(RecordsOf records, Look look) =>
        new Gathered(journeys, this, _fields).Of(records, look);
}
