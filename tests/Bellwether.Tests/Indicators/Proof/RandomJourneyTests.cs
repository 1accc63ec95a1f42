using System.Diagnostics;
using System.Globalization;
using Bellwether.Indicators.Definitions;
using Bellwether.Tests.Journeys;
using Xunit;

namespace Bellwether.Tests.Indicators.Proof;

/// <summary>
/// The proof of the engine: random definitions and the whole shelf over ugly journeys, asked of both evaluators. <c>./dev campaign engine</c>
/// runs it with fresh seeds for so many minutes (BELLWETHER_CAMPAIGN_MINUTES) and writes what it counted to BELLWETHER_CAMPAIGN_REPORT. Mutants are
/// asked of fewer seeds (BELLWETHER_CAMPAIGN_SEEDS).
/// </summary>
public sealed class RandomJourneyTests
{
    [Fact]
    public void Both_evaluators_agree_on_random_definitions_over_ugly_journeys()
    {
        var campaign = new Campaign(Environment.GetEnvironmentVariable("BELLWETHER_CAMPAIGN_BRIEF") is not null);
        var minutes = double.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_CAMPAIGN_MINUTES"), CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var most = int.TryParse(Environment.GetEnvironmentVariable("BELLWETHER_CAMPAIGN_SEEDS"), CultureInfo.InvariantCulture, out var told) ? told : 12;
        var (seed, clock) = (minutes > 0 ? Random.Shared.Next(1_000_000) : 1, Stopwatch.StartNew());
        var seeds = 0;
        for (; campaign.Found.Count == 0 && (minutes > 0 ? clock.Elapsed.TotalMinutes < minutes : seeds < most); seed++, seeds++)
        {
            campaign.Drawn(seed);
            campaign.Shelf(Shelf, seed);
        }
        var counts = $"{campaign.Compared:N0} comparisons over {campaign.Definitions:N0} definitions and {campaign.Journeys:N0} sets of journeys, {seeds} seeds to {seed - 1}; {campaign.NotBound} drawn definitions did not bind";
        if (Environment.GetEnvironmentVariable("BELLWETHER_CAMPAIGN_REPORT") is { Length: > 0 } report)
            File.WriteAllText(report, string.Join('\n', campaign.Found.Prepend(counts).Concat(campaign.Complaints.Distinct().Take(5))) + "\n");
        Assert.True(campaign.Found.Count == 0, counts + "\n" + string.Join('\n', campaign.Found));
        Assert.True(campaign.Compared > 30_000 || minutes > 0, counts);
        Assert.True(campaign.NotBound < campaign.Definitions / 10, counts);
    }

    private static readonly Catalogue Shelf = Catalogue.Load(Bellwether.Codes.Shelf.Path(), null, RecordsFixture.Kinds, RecordsFixture.Codes);
}
