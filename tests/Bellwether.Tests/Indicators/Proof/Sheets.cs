using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators;
using Bellwether.Indicators.Engine;
using Bellwether.Indicators.Language;
using Bellwether.Indicators.Plain;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>Many breakdowns counted in one pass, and different values of a field among the cases, against the plain evaluator's cases.</summary>
internal sealed class Sheets(Yardstick yardstick)
{
    private static readonly string[] Attributes = ["sex", "district", "ethnicity", "team", "disability"];

    public string? Difference(
        BoundIndicator bound, FastEvaluator fast, PlainEvaluator plain, Bellwether.Journeys.Journeys clocked, Window window, IReadOnlyList<DateOnly> days)
    {
        var names = Attributes.Skip(days[0].DayNumber % 3).Prepend("").ToList();
        List<Cut> cuts = [.. names.Select(n => n.Length == 0 ? Cut.Whole : Cut.Of(clocked.Attribute(n)))];
        var field = bound.Form == CaseForm.Dated ? -1 : bound.Kind.Fields.ToList().FindIndex(f => f.Type is FieldType.Worker or FieldType.Code && f.KnownFrom.Length == 0);
        var of = field < 0 ? null : new FieldOf(ValueKind.Link, Reader.Case, [], bound.Kind, field);
        // Now each by itself, now both from one pass.
        var isOnePass = of is not null && bound.Per == Per.Record && days[0].DayNumber % 2 == 0;
        var (made, different) = isOnePass ? fast.CountWith(of!, bound, window, days, cuts)
            : (fast.Count(bound, window, days, cuts), of is null ? null : fast.Distinct(bound, of, window, days, cuts));
        for (var d = 0; d < Math.Min(days.Count, 3); d++)
        {
            var cases = plain.Cases(bound, window, days[d]);
            for (var c = 0; c < cuts.Count; c++)
            {
                var own = cases.ToLookup(one => names[c].Length == 0 ? 0 : Yardstick.Member(bound, clocked, names[c], one.Row, bound.Form == CaseForm.Dated ? one.Date : days[d].DayNumber));
                for (var m = 0; m < made[c].Length; m++)
                {
                    var where = $"sheet by {(names[c].Length == 0 ? "nothing" : names[c])}, member {m} at {days[d]:yyyy-MM-dd}";
                    var tally = made[c][m][d];
                    if (yardstick.Same(where, ((int)tally.Met, (int)tally.NotMet, (int)tally.Unknown, (int)tally.Running), (Of(Verdict.Met), Of(Verdict.NotMet), Of(Verdict.Unknown), Of(Verdict.Running))) is { } difference) return difference;
                    if (different is null) continue;
                    var values = own[m].Where(one => one.Verdict == Verdict.Met).Select(one => clocked.Rows(bound.Kind.Name).Field(field)[one.Row]).Where(v => v >= 0).Distinct().Count();
                    if (yardstick.Same($"different {bound.Kind.Fields[field].Name}, {where}", (int)different[c][m][d], values) is { } off) return off;

                    int Of(Verdict verdict) => own[m].Count(one => one.Verdict == verdict);
                }
            }
        }
        return null;
    }
}
