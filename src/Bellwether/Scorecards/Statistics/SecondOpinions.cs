using Bellwether.Calendar;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Scorecards;

/// <summary>One second opinion.</summary>
/// <param name="Topic">"Direction of travel".</param>
/// <param name="Words">Whole sentences.</param>
/// <param name="Numbers">The same for a machine, by name; null where the words hold no number of their own.</param>
public sealed record Opinion(string Topic, string Words, IReadOnlyDictionary<string, object?>? Numbers = null);

/// <summary>A change on the month before, taken apart by district.</summary>
/// <param name="Groups">Every district with a case at one of the two times.</param>
/// <param name="Parts">Rate and mix for a percentage; null for a count, whose districts' differences are the parts.</param>
/// <param name="Change">Of the whole, in the unit shown.</param>
public sealed record DistrictChange(IReadOnlyList<GroupChange> Groups, Decomposition? Parts, decimal Change);

/// <summary>What arithmetic says beside a rating: sentences, and the change on the month before by district. Nothing of it changes a rating.</summary>
/// <param name="Lines">In the order of the page.</param>
/// <param name="Districts">With a reason where the change can't be taken apart.</param>
public sealed record SecondOpinions(IReadOnlyList<Opinion> Lines, Answer<DistrictChange> Districts)
{
    /// <summary>The opinions on the last month of a line, over the months it holds.</summary>
    /// <param name="performance">For the same indicator's single months, its flows and its districts.</param>
    /// <param name="found">The indicator or variant of the line.</param>
    /// <param name="row">The line as charted.</param>
    public static SecondOpinions Of(Performance performance, Found found, FilledRow row)
    {
        var window = found.Bound!.Form is CaseForm.Dated or CaseForm.OpenInWindow ? Window.Month : Window.Snapshot;
        var monthly = window == row.Window ? row : performance.Row(found, row.Now.Month, row.Trend.Count, window);
        List<Opinion> lines =
        [
            .. OverTimeOpinions.Of(performance, found, row, monthly, window), .. FigureOpinions.Of(performance, found, row),
            .. PlanOpinions.Of(performance, found, row), .. AheadOpinions.Of(performance, found, row, monthly, window),
        ];
        return new SecondOpinions([.. lines.Where(l => l.Words.Length > 0)], ByDistrict(performance, found, row));
    }

    /// <summary>Where neither way is better a target is a plan, and nothing is met or missed.</summary>
    internal static decimal? Target(FilledRow row) => row.Shape.Better == Better.Neutral ? null : row.Now.Judgement.Target?.Value;

    private static Answer<DistrictChange> ByDistrict(Performance performance, Found found, FilledRow row)
    {
        if (!row.Definition.Breakdowns.Contains("district", StringComparer.Ordinal)) return Answer<DistrictChange>.None("it is not broken down by district");
        if (row.Shape.Show is not (Show.Percentage or Show.Count) || row.Before is not { Figure.Value: not null } before || row.Now.Figure.Value is null)
            return Answer<DistrictChange>.None("only a percentage or a count with a figure in both months can be taken apart");
        if (row.Now.Figure.IsKeyed || before.Figure.IsKeyed) return Answer<DistrictChange>.None("a keyed figure has no districts behind it");
        var then = performance.By(found, "district", before.Figure.Last, row.Window).ToDictionary(l => l.Code);
        var now = performance.By(found, "district", row.Now.Figure.Last, row.Window).ToDictionary(l => l.Code);
        List<GroupChange> groups = [.. then.Keys.Union(now.Keys).Select(code => new GroupChange((now.GetValueOrDefault(code) ?? then[code]).Label,
            Above(then, code), Below(then, code), Above(now, code), Below(now, code))).Where(g => g.NumeratorBefore + g.DenominatorBefore + g.NumeratorNow + g.DenominatorNow > 0)];
        var isWhole = groups.Sum(g => g.NumeratorBefore) == before.Figure.Numerator && groups.Sum(g => g.NumeratorNow) == row.Now.Figure.Numerator
            && groups.Sum(g => g.DenominatorBefore) == (before.Figure.Denominator ?? 0) && groups.Sum(g => g.DenominatorNow) == (row.Now.Figure.Denominator ?? 0);
        if (!isWhole) return Answer<DistrictChange>.None("the districts’ cases do not add up to the whole");
        if (row.Shape.Show == Show.Count) return new DistrictChange(groups, null, row.Change!.Value);
        var parts = Decomposition.Of(groups);
        return parts.IsGiven ? new DistrictChange(groups, parts.Value, parts.Value.Change) : Answer<DistrictChange>.None(parts.Because);

        static decimal Above(Dictionary<string, MemberLine> lines, string code) => lines.GetValueOrDefault(code)?.Rated.Figure.Numerator ?? 0;
        static decimal Below(Dictionary<string, MemberLine> lines, string code) => lines.GetValueOrDefault(code)?.Rated.Figure.Denominator ?? 0;
    }
}
