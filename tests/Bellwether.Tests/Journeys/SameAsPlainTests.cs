using Bellwether.Calendar;
using Bellwether.Extracts;
using Bellwether.Journeys;
using Bellwether.Journeys.Building;
using Xunit;
using static Bellwether.Tests.Journeys.RecordsFixture;

namespace Bellwether.Tests.Journeys;

/// <summary>What is built fast is what the plain way gives, on rows as ugly as they come.</summary>
public sealed class SameAsPlainTests
{
    [Fact]
    public void Rows_stand_by_subject_day_key_and_piece_as_if_sorted()
    {
        var random = new Random(31);
        for (var round = 0; round < 400; round++)
        {
            var texts = new TextPool();
            var (subjects, count) = (random.Next(1, 8), random.Next(0, round % 10 == 0 ? 900 : 40));
            var days = random.Next(2) == 0 ? 4 : 5000;
            int[] subject = [.. Enumerable.Range(0, count).Select(_ => random.Next(round % 3 == 0 ? -1 : 0, subjects))];
            int[] first = [.. Enumerable.Range(0, count).Select(_ => random.Next(6) switch { 0 => Days.Unknown, 1 => Days.None, _ => random.Next(days) })];
            int[] key = [.. Enumerable.Range(0, count).Select(_ => texts.Add($"k{random.Next(30)}"))];
            var piece = random.Next(2) == 0 ? null : Enumerable.Range(0, count).Select(_ => random.Next(3)).ToArray();
            if (round % 4 == 1) Array.Fill(first, 7);
            if (round % 4 == 2)
            {
                Array.Sort(subject);
                Array.Sort(first);
            }
            var plain = Enumerable.Range(0, count).Where(r => subject[r] >= 0).OrderBy(r => subject[r]).ThenBy(r => first[r])
                .ThenBy(r => texts[key[r]], StringComparer.Ordinal).ThenBy(r => piece?[r]).ThenBy(r => r).ToArray();
            var (offset, whose, rows) = new RowOrder(texts, key, piece).Of([.. subject], subjects, first);
            Assert.Equal(plain, rows ?? [.. Enumerable.Range(0, count)]);
            Assert.Equal(plain.Select(r => subject[r]), whose);
            Assert.Equal(Enumerable.Range(0, subjects + 1).Select(s => plain.Count(r => subject[r] < s)), offset);
        }
    }

    [Fact]
    public void Ids_go_in_ordinal_order_however_they_begin()
    {
        var random = new Random(32);
        for (var round = 0; round < 300; round++)
        {
            var texts = new TextPool();
            string[] starts = [new[] { "", "CHILD-2024-", "é", "0000" }[random.Next(4)], "CHILD-2024-0000000000", ""];
            int[] ids = [.. Enumerable.Range(0, random.Next(2, 120)).Select(_ => texts.Add(starts[random.Next(round % 3 == 0 ? 3 : 1)] + new string('9', random.Next(3)) + random.Next(random.Next(2) == 0 ? 40 : 2_000_000_000))).Distinct()];
            random.Shuffle(ids);
            var plain = ids.OrderBy(i => texts[i], StringComparer.Ordinal).ToArray();
            IdOrder.Sort(texts, ids);
            Assert.Equal(plain.Select(i => texts[i]), ids.Select(i => texts[i]));
        }
    }

    [Fact]
    public void Of_several_spells_the_one_speaks_that_wins_the_day()
    {
        var random = new Random(33);
        var sweep = new Sweep();
        for (var round = 0; round < 500; round++)
        {
            var spells = Enumerable.Range(0, random.Next(0, 30)).Select(n => (Start: random.Next(9) == 0 ? Days.Unknown : random.Next(50), Length: random.Next(0, round % 2 == 0 ? 4 : 20), Rank: random.Next(3), Tag: random.Next(4))).ToList();
            if (round % 5 == 0) spells = [.. spells.OrderBy(s => s.Start)];
            sweep.Clear();
            foreach (var s in spells) sweep.Add(s.Start, s.Start < 0 ? 60 : s.Length == 3 ? Days.None : s.Start + s.Length, s.Rank, s.Tag);
            sweep.Run();
            var stretches = sweep.Stretches.ToArray();
            for (var day = 0; day < 90; day++)
            {
                var open = spells.Where(s => s.Start >= 0 && s.Start <= day && (s.Length == 3 || day < s.Start + s.Length)).OrderBy(s => s.Rank).ThenByDescending(s => s.Start).ToList();
                Assert.Equal(open.Select(s => s.Tag).Take(1), stretches.Where(s => s.From <= day && day < s.To).Select(s => s.Tag));
            }
            Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From || pair.First.Tag != pair.Second.Tag));
        }
    }

    [Fact]
    public void Merged_ids_lead_where_one_merging_after_the_other_leads()
    {
        var random = new Random(34);
        for (var round = 0; round < 300; round++)
        {
            string Id() => $"C{random.Next(6)}";
            var merged = Enumerable.Range(0, random.Next(6)).Select(n => new MergedId(Id(), Id(), new DateOnly(2024, 1, 1).AddDays(random.Next(4)))).Where(m => m.OldId != m.NewId).ToList();
            string[] lines = [.. Enumerable.Range(0, random.Next(1, 12)).Select(n => $"contacts | {Id()} | key=k{n}; date=2024-01-02"), .. Enumerable.Range(0, random.Next(4)).Select(_ => $"people | {Id()} | born=2010-01-01")];
            var leads = lines.Select(l => l.Split(" | ")[1]).Concat(merged.SelectMany(m => new[] { m.OldId, m.NewId })).Distinct().ToDictionary(id => id, id => id);
            var known = lines.Select(l => l.Split(" | ")[1]).Concat(merged.Select(m => m.NewId)).ToHashSet();
            // Sets of ids that are one child, each with the id that stands for it first.
            var children = leads.Keys.Select(id => new List<string> { id }).ToList();
            foreach (var m in merged.OrderBy(m => m.MergedOn).Where(m => known.Contains(m.OldId)))
            {
                List<string> old = children.Find(c => c.Contains(m.OldId))!, now = children.Find(c => c.Contains(m.NewId))!;
                if (old == now) now.Remove(m.NewId);
                else children.Remove(old);
                if (old == now) now.Insert(0, m.NewId);
                else now.AddRange(old);
            }
            foreach (var child in children)
                foreach (var id in child) leads[id] = child[0];
            var journeys = Build(Authority.Unnamed with { MergedIds = merged }, lines);
            var contacts = journeys.Rows("contacts");
            Assert.Equal(lines.Where(l => l.StartsWith("contacts", StringComparison.Ordinal)).Select((l, n) => (Key: $"k{n}", Child: leads[l.Split(" | ")[1]])).OrderBy(p => p.Key, StringComparer.Ordinal),
                Enumerable.Range(0, contacts.Count).Select(r => (Key: contacts.Key(r), Child: journeys.ChildIds[contacts.Subject[r]])).OrderBy(p => p.Key, StringComparer.Ordinal));
            Assert.Equal(journeys.ChildIds.Order(StringComparer.Ordinal), journeys.ChildIds);
        }
    }

    [Fact]
    public void A_row_that_names_no_parent_goes_to_the_latest_open_or_the_one_that_ended_that_day()
    {
        var random = new Random(35);
        for (var round = 0; round < 200; round++)
        {
            string Day(int least) => IsoDate.Format(new DateOnly(2024, 1, 1).AddDays(least));
            string[] lines =
            [
                .. Enumerable.Range(0, random.Next(0, 9)).Select(n => random.Next(20) is var start && random.Next(6) is var end
                    ? $"cp_plans | C{random.Next(3)} | key=p{n}; start={(random.Next(9) == 0 ? "?" : Day(start))}; end={(end == 0 ? "-" : end == 1 ? "?" : Day(start + random.Next(9)))}" : ""),
                .. Enumerable.Range(0, random.Next(1, 12)).Select(n => $"cp_reviews | C{random.Next(3)} | key=r{n}; date={(random.Next(9) == 0 ? "?" : Day(random.Next(30)))}"),
            ];
            var journeys = Build(lines);
            var (plans, reviews, link) = (journeys.Rows("cp_plans"), journeys.Rows("cp_reviews"), Field(journeys, "cp_reviews", "cp_plan"));
            for (var r = 0; r < reviews.Count; r++)
            {
                var day = reviews.First[r];
                var own = Enumerable.Range(0, plans.Count).Where(p => plans.Subject[p] == reviews.Subject[r] && Days.IsDate(plans.First[p]) && Days.IsDate(day)).ToList();
                int[] open = [.. own.Where(p => plans.First[p] <= day && plans.End[p] != Days.Unknown && (plans.End[p] == Days.None || day < plans.End[p]))];
                int[] ended = [.. own.Where(p => plans.End[p] == day)];
                Assert.Equal(plans.Count == 0 ? Days.Unknown : open.Length > 0 ? open[^1] : ended.Length > 0 ? ended[^1] : Days.None, link[r]);
            }
        }
    }
}
