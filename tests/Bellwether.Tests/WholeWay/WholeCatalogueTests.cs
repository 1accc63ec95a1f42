using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>Every indicator on the invented council's own extract: a figure, or the very kind of record that is missing.</summary>
public sealed class WholeCatalogueTests(SmallCouncil council) : IClassFixture<SmallCouncil>
{
    [Fact]
    public void Every_indicator_is_computed_or_says_which_records_are_missing()
    {
        var performance = council.Known.Performance;
        var silent = performance.Catalogue.Entries.Select(e => performance.At(new Found(e, ""), SmallCouncil.Day).Figure).Where(f => f.Value is null).ToList();
        Assert.All(silent, f => Assert.True(
            f.None is NoValue.NoCases or NoValue.NotInForce or NoValue.NoPopulation
                || (f.None == NoValue.NotComputable && (f.Because.Contains(" holds no ", StringComparison.Ordinal) || f.Because.Contains("has no column for", StringComparison.Ordinal) || f.Because.Contains("the extracts loaded speak for", StringComparison.Ordinal))),
            $"{f.Indicator}: {f.None}, {f.Because}"));
        Assert.True(performance.Catalogue.Entries.Count - silent.Count > 80, $"only {performance.Catalogue.Entries.Count - silent.Count} have a figure: {string.Join("; ", silent.Select(f => $"{f.Indicator}: {f.Because}"))}");
    }
}
