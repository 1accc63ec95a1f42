using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;

namespace Bellwether.Scorecards;

/// <summary>What a target must be, beyond its dates: of an indicator and area that there are, with bands that neither overlap nor leave a gap.</summary>
/// <param name="catalogue">The definitions.</param>
/// <param name="authority">Its districts and teams.</param>
public sealed class TargetRules(Catalogue catalogue, Authority authority)
{
    /// <summary>What is wrong with a target about to be set, in words; empty for nothing.</summary>
    public IEnumerable<string> FaultsOfNew(Target target)
    {
        foreach (var fault in Faults(target)) yield return fault;
        if (target.Reason.Trim().Length == 0) yield return "Say why the target is what it is: the reason is empty.";
        if (target.ApprovedBy.Trim().Length == 0) yield return "Say who approved the target.";
        if (TargetKinds.IsLegal(target.Kind) && (target.Source.Trim().Length == 0 || target.SourceDate is null))
            yield return $"A target of the kind {TargetKinds.Words(target.Kind)} needs its legal source and the date of it.";
    }

    /// <summary>What is wrong with a target that stands in the file.</summary>
    public IEnumerable<string> Faults(Target target)
    {
        if (catalogue.Find(target.Indicator) is not { Variant: "" } found || found.Entry.Definition.Id != target.Indicator)
        {
            yield return $"There is no indicator \"{target.Indicator}\". Nearest: {string.Join(", ", catalogue.NearestTo(target.Indicator))}.";
            yield break;
        }
        if (!TargetKinds.All.Contains(target.Kind)) yield return $"\"{target.Kind}\" is no kind of target. The kinds are {string.Join(", ", TargetKinds.All)}.";
        if (!IsArea(target.Area, found.Entry.Definition))
            yield return $"There is no area \"{target.Area}\". Leave it empty for the whole authority, or write a district, a team, or one member of a breakdown such as case-type:CP.";
        if (target.To <= target.From) yield return "The target ends on or before its first day.";
        var shape = Performance.ShapeOf(found);
        if (Bands(target, shape.Better) is { Length: > 0 } bands) yield return bands;
        foreach (var edge in new[] { target.Value, target.AmberEdge }.OfType<decimal>())
        {
            if (shape.Show == Show.Percentage && edge is < 0 or > 100) yield return $"{BandWords.Plain(edge)} is no percentage: {found.Entry.Definition.Title} lies between 0 and 100.";
            else if (shape.Show == Show.Count && !target.IsProfile && edge != decimal.Truncate(edge)) yield return $"{found.Entry.Definition.Title} is a count, and {BandWords.Plain(edge)} is not a whole number: it would leave a gap between the bands.";
        }
    }

    /// <summary>Bands that overlap; empty where they do not.</summary>
    public static string Bands(Target target, Better better)
    {
        if (target.AmberEdge is not { } edge || better == Better.Neutral) return "";
        var isWrong = better == Better.Higher ? edge > target.Value : edge < target.Value;
        return !isWrong ? "" : $"The bands overlap: {better.ToString().ToLowerInvariant()} is better, so the amber edge ({BandWords.Plain(edge)}) can't be "
            + $"{(better == Better.Higher ? "above" : "below")} the target ({BandWords.Plain(target.Value)}).";
    }

    private bool IsArea(string area, Definition definition) => area.Length == 0 || authority.Districts.Any(d => d.Code == area) || authority.Teams.Any(t => t.Code == area)
        || (area.Split(':') is [var breakdown, { Length: > 0 }] && definition.Breakdowns.Contains(breakdown, StringComparer.Ordinal));
}
