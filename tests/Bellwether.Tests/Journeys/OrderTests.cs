using Bellwether.Calendar;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

public sealed class OrderTests
{
    private static readonly string[] Kinds = ["cin_episodes", "care_periods", "placements", "cp_plans", "cp_reviews", "s47s", "icpcs", "allocations"];

    [Fact]
    public void The_order_in_which_records_were_read_changes_nothing()
    {
        var random = new Random(5);
        for (var round = 0; round < 100; round++)
        {
            var lines = Lines(random);
            var shuffled = lines.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(Written(Build(lines)), Written(Build(shuffled)));
        }
    }

    [Fact]
    public void Every_record_is_a_row_or_was_taken_into_one_with_a_finding()
    {
        var random = new Random(6);
        for (var round = 0; round < 100; round++)
        {
            var lines = Lines(random);
            var journeys = Build(lines);
            int Given(string kind) => lines.Count(l => l.StartsWith(kind + " ", StringComparison.Ordinal));
            Assert.Equal(Given("cin_episodes"), journeys.Rows("cin_episodes").Count + journeys.Findings.Count(f => f.Code == "two-open-referrals"));
            foreach (var kind in new[] { "cp_plans", "cp_reviews", "s47s", "icpcs" }) Assert.Equal(Given(kind), journeys.Rows(kind).Count);
        }
    }

    [Fact]
    public void Links_lead_to_a_row_of_the_same_child()
    {
        var random = new Random(8);
        for (var round = 0; round < 100; round++)
        {
            var journeys = Build(Lines(random));
            foreach (var kind in journeys.Kinds.All)
                foreach (var field in kind.Fields.Where(f => f.Type == Bellwether.Codes.FieldType.Link))
                    LeadsToTheSameChild(journeys, kind.Name, field.Name, field.Of);
        }
    }

    private static void LeadsToTheSameChild(Bellwether.Journeys.Journeys journeys, string kind, string field, string of)
    {
        var (rows, parents, links) = (journeys.Rows(kind), journeys.Rows(of), Field(journeys, kind, field));
        for (var r = 0; r < rows.Count; r++)
            Assert.True(links[r] is Days.None or Days.Unknown || parents.Subject[links[r]] == rows.Subject[r]);
    }

    private static string[] Lines(Random random)
    {
        var first = new DateOnly(2023, 1, 1);
        return [.. Enumerable.Range(0, 40).Select(n =>
        {
            var kind = Kinds[random.Next(Kinds.Length)];
            var start = first.AddDays(random.Next(400));
            var end = random.Next(4) == 0 ? "-" : IsoDate.Format(start.AddDays(random.Next(120)));
            var when = kind is "cp_reviews" or "icpcs" ? $"date={start:yyyy-MM-dd}" : $"start={start:yyyy-MM-dd}; end={end}";
            var more = kind switch
            {
                "allocations" => $"; role=CW; worker=W{random.Next(3)}; team=T{random.Next(2)}",
                "placements" => $"; type={(random.Next(2) == 0 ? "U6" : "A3")}; carer=K{random.Next(2)}",
                "cp_reviews" => random.Next(2) == 0 ? $"; cp_plan=k{random.Next(40)}" : "",
                _ => "",
            };
            return $"{kind} | C{random.Next(3)} | key=k{n}; {when}{more}";
        })];
    }

    private static string Written(Bellwether.Journeys.Journeys journeys) =>
        string.Join('\n', Kinds.Select(kind =>
        {
            var rows = journeys.Rows(kind);
            return kind + ": " + string.Join(", ", Enumerable.Range(0, rows.Count).Select(r =>
                $"{rows.Subject[r]} {rows.Key(r)} " + string.Join(' ', Enumerable.Range(0, rows.Kind.Fields.Count)
                    .Where(f => rows.Kind.Fields[f].Type is not (Bellwether.Codes.FieldType.Text or Bellwether.Codes.FieldType.CodeSet))
                    .Select(f => rows.Field(f)[r]))));
        }));
}
