using System.Text.RegularExpressions;
using Bellwether.Indicators;
using Bellwether.Scorecards;
using Bellwether.Web.Access;
using Bellwether.Web.Tests.Browser;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>
/// For any set of restricted children: every figure is as it was, every list is the list without exactly those children, and what it says beside
/// it is the same words.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed partial class RestrictedPropertyTests(ExampleSite site)
{
    private static readonly DateOnly Before = new(2026, 6, 30);

    public static TheoryData<int, Role> Draws() => [.. from seed in Enumerable.Range(1, 4) from role in new[] { Role.Analyst, Role.TeamManager } select (seed, role)];

    [Theory]
    [MemberData(nameof(Draws))]
    public void Figures_are_as_they_were_and_lists_go_without_exactly_the_restricted_children(int seed, Role role)
    {
        var known = site.Home.AsKnown();
        var random = new Random(seed);
        var share = new[] { 100, 10, 3, 1 }[seed - 1];
        var restricted = known.Journeys.ChildIds.Where(_ => random.Next(share) == 0).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(restricted);
        var person = site.Person(role);
        var open = site.GateOver(known, person);
        var gate = site.GateOver(known, person, [.. restricted]);
        var lead = site.GateOver(known, person with { MaySeeRestricted = true }, [.. restricted]);
        var linked = site.GateOver(known, person with { MaySeeRestricted = true, LinkedIds = [.. restricted] });
        var (notices, left) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var found in open.Indicators.SelectMany(f => f.Entry.Variants.Keys.Prepend("").Select(v => f with { Variant = v })))
        {
            Assert.Equal(Written(open.At(found, ExampleSite.DataDate)), Written(gate.At(found, ExampleSite.DataDate)));
            foreach (var breakdown in new[] { "district", "team", "age-band" })
                Assert.Equal(open.By(found, breakdown, ExampleSite.DataDate).Select(m => $"{m.Label} {Written(m.Rated)}"), gate.By(found, breakdown, ExampleSite.DataDate).Select(m => $"{m.Label} {Written(m.Rated)}"));
            foreach (var list in new Func<Gate, CaseList>[] { g => g.Cases(found, ExampleSite.DataDate), g => g.Cases(found, ExampleSite.DataDate, notMetOnly: true), g => g.Worklist(found, ExampleSite.DataDate, 28) })
                left += Same(list(open), list(gate), list(lead), list(linked));
            var (all, some) = (open.Moved(found, Before, ExampleSite.DataDate), gate.Moved(found, Before, ExampleSite.DataDate));
            Assert.Equal((all.Before, all.Now, all.Entered.Count, all.Left.Count, all.Changed.Count, all.Because), (some.Before, some.Now, some.Entered.Count, some.Left.Count, some.Changed.Count, some.Because));
            Assert.Equal(all.Turns, some.Turns);
            Assert.DoesNotContain(some.Entered.Concat(some.Left).Concat(some.Changed.SelectMany(c => new[] { c.Before, c.Now })), r => r.Child >= 0 && restricted.Contains(known.Journeys.ChildIds[r.Child]));
            foreach (var rows in new Func<Movement, IReadOnlyList<CaseRow>>[] { m => m.Entered, m => m.Left, m => [.. m.Changed.Select(c => c.Now)] })
                left += Same(Moved(open, rows), Moved(gate, rows), Moved(lead, rows), Moved(linked, rows));

            CaseList Moved(Gate by, Func<Movement, IReadOnlyList<CaseRow>> rows) => by.Listed(found, rows(by.Moved(found, Before, ExampleSite.DataDate)), ExampleSite.DataDate);
        }
        Assert.Single(notices);
        Assert.EndsWith(Gate.NotAllListed, notices.Single(), StringComparison.Ordinal);
        // One child in a hundred may be of no team of the manager.
        Assert.True(left > 0 || (share == 100 && role == Role.TeamManager), "No list lost a line.");

        int Same(CaseList whole, CaseList shown, CaseList toLead, CaseList toLinked)
        {
            notices.UnionWith([whole.Notice, shown.Notice]);
            var expected = whole.Lines.Where(l => !restricted.Contains(l.Child)).ToList();
            Assert.Equal(expected, shown.Lines);
            Assert.Equal(expected, toLinked.Lines);
            Assert.Equal(whole.Lines, toLead.Lines.Select(l => l with { IsRestricted = false }));
            Assert.All(toLead.Lines, l => Assert.Equal(restricted.Contains(l.Child), l.IsRestricted));
            Assert.Contains($"Restricted cases among these: {whole.Lines.Count - expected.Count}.", toLead.Notice, StringComparison.Ordinal);
            return whole.Lines.Count - expected.Count;
        }
    }

    [Fact]
    public async Task No_page_names_a_restricted_child_to_whoever_may_not_see_it_and_no_figure_moves()
    {
        var register = site.Home.Store.Restrictions;
        var restricted = site.Home.Journeys().ChildIds.Where((_, n) => n % 9 == 0).ToHashSet(StringComparer.Ordinal);
        var addresses = RoleTests.Pages().Select(p => p.Data.Item1).Where(a => !a.StartsWith("/restricted", StringComparison.Ordinal)).ToList();
        var before = await ReadAsync("alex", addresses);
        foreach (var child in restricted) Assert.Equal("", register.Place(child, "STAFF", null, "A. Lead"));
        try
        {
            foreach (var person in new[] { "alex", "sam", "jo" })
                foreach (var (address, body) in await ReadAsync(person, addresses))
                {
                    Assert.True(!Words(body).Overlaps(restricted), $"{person} reads of a restricted child at {address}.");
                    if (person == "alex" && address.EndsWith("csv", StringComparison.Ordinal)) Assert.Equal(before[address], body);
                }
            Assert.Contains(await ReadAsync("robin", addresses), p => Words(p.Value).Overlaps(restricted));
            Assert.Contains(before, p => Words(p.Value).Overlaps(restricted));
        }
        finally
        {
            foreach (var restriction in register.InForce()) register.Lift(restriction.Id, "A. Lead");
        }
    }

    private async Task<Dictionary<string, string>> ReadAsync(string person, IReadOnlyList<string> addresses)
    {
        using var client = Visitor.To(site.Address);
        using var picked = await ExampleSite.PickAsync(client, person);
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            read[address] = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
        return read;
    }

    private static HashSet<string> Words(string body) => [.. Word().Matches(body).Select(m => m.Value)];

    [GeneratedRegex("[A-Za-z0-9-]+")]
    private static partial Regex Word();

    [Fact]
    public void Cells_that_get_as_small_as_a_child_hold_no_more_than_a_reader_can_list()
    {
        var known = site.Home.AsKnown();
        var person = site.Person(Role.Analyst);
        var open = site.GateOver(known, person);
        var found = open.Catalogue.Find("unallocated") is { } f && f.Entry.Definition.Breakdowns.Contains("worker") ? f : open.Catalogue.Find("cin-with-plan")!;
        var cases = open.Cases(found, ExampleSite.DataDate).Lines;
        var gate = site.GateOver(known, person, [.. cases.Select(l => l.Child).Distinct().Take(cases.Count / 2)]);
        var listed = gate.Cases(found, ExampleSite.DataDate).Lines;
        Assert.Equal(listed.Count, gate.By(found, "worker", ExampleSite.DataDate).Sum(m => Below(m.Rated.Figure)));
        Assert.Equal(listed.Count, gate.By(found, new Breakdown("district", "age-band"), ExampleSite.DataDate).Sum(Below));
        Assert.Equal(cases.Count, open.By(found, new Breakdown("district", "age-band"), ExampleSite.DataDate).Sum(Below));
        var crossed = gate.Crossed(gate.FirstScorecard!, gate.LatestMonth, new Breakdown("district", "age-band"));
        Assert.Equal(listed.Count, crossed.Rows.Single(r => r.Row.Definition.Id == found.Entry.Definition.Id).Cells.Sum(c => Below(c.Rated.Figure)));
        Assert.Equal(Gate.NotAllListed, gate.NoticeOfCells);
        Assert.Equal(Gate.NotAllListed, open.NoticeOfCells);

        static decimal Below(Figure figure) => figure.Denominator ?? 0;
    }

    private static string Written(Rated rated) => $"{rated.Figure.Numerator}/{rated.Figure.Denominator}={rated.Figure.Value} {rated.Figure.Tally} {rated.Figure.Because} {rated.Judgement.Rating}";
}
