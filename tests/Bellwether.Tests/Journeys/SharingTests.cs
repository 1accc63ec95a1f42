using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Journeys.Building;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

/// <summary>What is shared to save room or time stays as it was for whoever looks.</summary>
public sealed class SharingTests
{
    [Fact]
    public void A_field_of_one_value_has_a_cell_for_every_row_and_shares_it_with_fields_of_the_same()
    {
        var journeys = Build("referrals | C1 | date=2024-01-01; nfa=yes", "referrals | C1 | date=2024-01-02; nfa=yes", "referrals | C2 | date=2024-01-02; nfa=yes");
        var (referrals, kind) = (journeys.Rows("referrals"), journeys.Kinds["referrals"]);
        Assert.Equal([1, 1, 1], referrals.Field(kind.IndexOf("nfa")));
        Assert.Equal([Days.Unknown, Days.Unknown, Days.Unknown], referrals.Field(kind.IndexOf("source")));
        Assert.Same(referrals.Field(kind.IndexOf("source")), referrals.Field(kind.IndexOf("worker")));
        Assert.Equal([0, 0, 0], referrals.Place);
        Assert.Equal([1, 2, 3], referrals.SourceRow);
    }

    [Fact]
    public void Writing_a_cell_of_a_field_of_one_value_changes_no_other_field()
    {
        var draft = DraftRows.OnePerSubject(Kinds["people"], [.. Kinds["people"].Fields.Select(_ => new Column(Days.Unknown))], [0, 1, 2], new Column(0), new Column(0));
        draft.Set("sex", 1, 5);
        draft.Set("died", 2, Days.Unknown);
        Assert.Equal([Days.Unknown, 5, Days.Unknown], draft.Field("sex").Whole(3));
        Assert.True(draft.Field("born").Is(Days.Unknown));
        Assert.True(draft.Field("died").Is(Days.Unknown));
    }

    [Fact]
    public void The_records_are_as_they_were_when_journeys_have_been_built_from_them()
    {
        var records = Records(
            "care_periods | C1 | start=2024-01-01; end=2024-02-01", "care_periods | C1 | start=2024-02-01; end=2024-03-01", "legal_statuses | C1 | start=2024-01-01; code=V3",
            "allocations | C1 | start=2024-01-01; worker=W1; role=CW", "allocations | C1 | start=2024-02-01; worker=W2; role=CW", "cin_episodes | C1 | start=2024-01-01", "referrals | C1 | date=2024-01-01");
        string Cells() => string.Join('\n', records.Tables.Select(t => $"{t.Kind.Name} {string.Join(' ', Enumerable.Range(0, t.Kind.Fields.Count).SelectMany(f => t.Column(f)))} {string.Join(' ', t.Keys.Concat(t.Subjects))}"));
        var before = Cells();
        Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Bellwether.Journeys.Authority.Unnamed);
        Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, Bellwether.Journeys.Authority.Unnamed);
        Assert.StartsWith(before, Cells(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_side_by_side_tell_what_they_found_in_their_order()
    {
        var found = new FoundThings([new Place(0, "a.csv", ""), new Place(0, "b.csv", "")]);
        SideBySide.Run([.. Enumerable.Range(0, 40).Select(part => new Part(1000 + part, own =>
        {
            Thread.Sleep(part % 3);
            own.Count("no-parent", "cp_reviews", "cp plans", 1, part, 2);
            own.Count("no-parent", "cp_reviews", $"kind {part % 2}", 0, 7);
        }))], found);
        var findings = found.InOrder();
        Assert.Equal(["20 rows could not be linked to one of the child's own kind 0", "20 rows could not be linked to one of the child's own kind 1", "80 rows could not be linked to one of the child's own cp plans"],
            findings.Select(f => f.Found[..f.Found.IndexOf(';', StringComparison.Ordinal)]));
        Assert.Equal(0, findings[2].Row);
    }

    [Fact]
    public void An_attribute_many_ask_for_at_once_is_made_once()
    {
        var journeys = Build("referrals | C1 | date=2024-01-01");
        var answers = new Bellwether.Journeys.AttributeSteps?[64];
        Parallel.For(0, answers.Length, a => answers[a] = journeys.Attribute("age-band"));
        Assert.Single(answers.Distinct(ReferenceEqualityComparer.Instance));
        Assert.Null(journeys.Attribute("shoe-size"));
        Assert.Equal(["team", "service", "district", "worker", "age-band", "case-type", "placement", "sex", "ethnicity", "disability"], journeys.Attributes);
    }

    [Fact]
    public void Allocations_that_touch_are_one_where_worker_team_and_role_are_the_same()
    {
        var random = new Random(36);
        for (var round = 0; round < 300; round++)
        {
            var (day, lines) = (new DateOnly(2024, 1, 1), new List<string>());
            for (var n = random.Next(1, 9); n > 0; n--)
            {
                var end = day.AddDays(random.Next(0, 4));
                lines.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"allocations | C1 | start={day:yyyy-MM-dd}; end={end:yyyy-MM-dd}; worker={(random.Next(5) == 0 ? "?" : $"W{random.Next(2)}")}; team=T{random.Next(2)}; role={(random.Next(5) == 0 ? "IRO" : "CW")}"));
                day = end.AddDays(random.Next(3) == 0 ? 1 : 0);
            }
            var plain = new List<(string From, string To, string What)>();
            var others = new List<(string From, string To, string What)>();
            foreach (var said in lines.Select(l => l.Split('|')[2].Split(';', StringSplitOptions.TrimEntries).Select(f => f.Split('=')[1]).ToArray()))
            {
                var row = (From: said[0], To: said[1], What: string.Join(' ', said[2..]));
                if (row.What.EndsWith("IRO", StringComparison.Ordinal) || row.From == row.To) others.Add(row);
                else if (plain.Count > 0 && plain[^1].To == row.From && plain[^1].What == row.What && !row.What.StartsWith('?')) plain[^1] = plain[^1] with { To = row.To };
                else plain.Add(row);
            }
            var rows = Build(["referrals | C1 | date=2024-01-01", .. lines]).Rows("allocations");
            Assert.Equal(plain.Concat(others).Select(p => $"{p.From}..{p.To}").Order(StringComparer.Ordinal),
                Enumerable.Range(0, rows.Count).Select(r => $"{Written(rows.First[r])}..{Written(rows.End[r])}").Order(StringComparer.Ordinal));
        }
    }
}
