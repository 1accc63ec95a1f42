using Bellwether.Extracts;
using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Bellwether.Storage;
using Bellwether.Tests.Extracts;
using Bellwether.Tests.Publications;
using Bellwether.Tests.Scorecards;
using Bellwether.Writers;
using static Bellwether.Tests.Corpus.Files.Twins;

namespace Bellwether.Tests.Corpus.Files;

/// <summary>Family B: one load after another.</summary>
internal static class SetCases
{
    private static readonly string[] Many = [.. Enumerable.Range(1, 100).Select(i => $"{i},{1000 + i},2024-05-{(i % 28) + 1:00},6,")];

    private static readonly string[] ManyPlans = [.. Enumerable.Range(1, 100).Select(i => $"P{i},R{i},I{i},{1000 + i},2024-01-05,,N,NEG,NEG")];

    public static IEnumerable<CorpusCase> All =>
    [
        new("B01", "", _ => { }) { Scenario = f => Again(f, Contacts) },
        new("B02", "re-ordered", _ => { }) { Scenario = f => Again(f, g => g.With("ssd_contacts.csv", [ContactHeadings, .. ContactRows.Reverse()])) },
        new("B02", "re-saved", _ => { }) { Scenario = f => Again(f, g => g.With("contacts final (2).csv", System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes(string.Join("\r\n", [ContactHeadings, .. ContactRows])  + "\r\n")).ToArray())) },
        new("B02", "A B A", _ => { }) { Scenario = ThirdVersion },
        new("B03", "", _ => { }) { Scenario = f => Asked(f, "2024-06-30", Contacts, "2024-06-30", g => g.With("ssd_contacts.csv", [ContactHeadings, .. Instead(ContactRows, 2, "2,1002,2024-05-04,6,")])) },
        new("B04", "", _ => { }) { Scenario = f => Asked(f, "2024-06-30", Contacts, "2024-05-05", g => g.With("ssd_contacts.csv", [ContactHeadings, .. ContactRows[..3]])) },
        new("B05", "", _ => { }) { Scenario = SameSecond },
        new("B06", "", _ => { }) { Scenario = Together },
        new("B07", "", _ => { }) { Scenario = f => Asked(f, "2024-06-29", g => { SomeContacts(g); People(g); Plans(g); Visits(g); }, "2024-06-30", g => { SomeContacts(g); People(g); Visits(g); }) },
        new("B08", "", f => f.With("ssd_contacts.csv", [ContactHeadings, .. Many[..60]])) { Twin = f => f.With("ssd_contacts.csv", [ContactHeadings, .. Many]) },
        new("B08", "open children vanish", _ => { })
        {
            Scenario = f => Asked(f, "2024-06-29", g => g.With("ssd_cp_plans.csv", [PlanHeadings, .. ManyPlans]), "2024-06-30", g => g.With("ssd_cp_plans.csv", [PlanHeadings, .. ManyPlans[..98]])),
        },
        new("B08", "one open child in a hundred", _ => { })
        {
            Scenario = f => Asked(f, "2024-06-29", g => g.With("ssd_cp_plans.csv", [PlanHeadings, .. ManyPlans]), "2024-06-30", g => g.With("ssd_cp_plans.csv", [PlanHeadings, .. ManyPlans[..99]])),
        },
        new("B09", "", f => f.With("ssd_contacts.csv", [ContactHeadings, .. Many.Select(m => m.Replace(",6,", ",,", StringComparison.Ordinal))])) { Twin = f => f.With("ssd_contacts.csv", [ContactHeadings, .. Many]) },
        new("B10", "", _ => { }) { Scenario = _ => Published() },
        new("B11", "", _ => { }) { Scenario = Snapshot },
        new("B12", "", _ => { }) { Scenario = Cancelled },
        new("B13", "", _ => { }),
    ];

    private static Observed Again(CorpusFolder folder, Action<CorpusFolder> second)
    {
        Contacts(folder);
        var first = folder.Load("2024-06-30")!;
        var before = folder.Known();
        second(folder.Clear());
        var extract = folder.Read("2024-06-30");
        var again = folder.Load(extract)!;
        return Observed.Of(extract, []) with { Known = $"{before}>{folder.Known()}", Twin = again.IsRepeat && again.Load == first.Load && folder.Store.Loads().Count == 1 ? "same" : "differs" };
    }

    private static Observed ThirdVersion(CorpusFolder folder)
    {
        string[] other = Instead(ContactRows, 2, "2,1002,2024-05-04,6,");
        var loads = new List<int>();
        foreach (var rows in new[] { ContactRows, other, ContactRows })
        {
            folder.Clear().With("ssd_contacts.csv", [ContactHeadings, .. rows]);
            loads.Add(folder.Load("2024-06-30")!.Load);
        }
        return new Observed("accepted", [], "", $"{folder.Known(1)}>{folder.Known()}", loads.SequenceEqual([1, 2, 3]) ? "same" : "differs");
    }

    /// <summary>Two people, each with a store of the same home open, load the same files at once.</summary>
    private static Observed SameSecond(CorpusFolder folder)
    {
        Contacts(folder);
        var (one, other) = (folder.Read("2024-06-30"), folder.Read("2024-06-30"));
        var repeats = InParallel(folder, one, other).Count(r => r.IsRepeat);
        return Observed.Of(one, []) with { Known = $"0>{folder.Known()}", Twin = repeats == 1 && folder.Store.Loads().Count == 1 ? "same" : "differs" };
    }

    private static Observed Together(CorpusFolder folder)
    {
        Contacts(folder);
        var one = folder.Read("2024-06-30");
        var other = folder.Clear().With("ssd_contacts.csv", [ContactHeadings, .. Instead(ContactRows, 2, "2,1002,2024-05-04,6,")]).Read("2024-06-30");
        var results = InParallel(folder, one, other);
        // The second to come is told what it changed of the first.
        var second = results.MaxBy(r => r.Load)!;
        var told = second.Changes.Single(c => c.Kind == "contacts");
        return Observed.Of(other, []) with { Known = $"0>{folder.Known()}", Twin = second.Load == 2 && (told.Changed, told.Same) == (1, 4) ? "same" : "differs" };
    }

    private static Bellwether.Storage.LoadResult[] InParallel(CorpusFolder folder, params Extract[] extracts)
    {
        _ = folder.Store;
        using var ready = new Barrier(extracts.Length);
        var results = new Bellwether.Storage.LoadResult[extracts.Length];
        var threads = extracts.Select((extract, i) => new Thread(() =>
        {
            using var store = folder.Open();
            ready.SignalAndWait();
            results[i] = store.Load(extract, "bytes");
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return results;
    }

    private static void SomeContacts(CorpusFolder folder) => folder.With("ssd_contacts.csv", [ContactHeadings, .. ContactRows[..3]]);

    private static void Visits(CorpusFolder folder) => folder.With("ssd_cp_visits.csv", "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen", "V1,1001,P1,2024-03-01,Y");

    /// <summary>A second load that needs an answer: nothing of it is kept, and the same content as before asks nothing.</summary>
    private static Observed Asked(CorpusFolder folder, string firstDay, Action<CorpusFolder> first, string secondDay, Action<CorpusFolder> second)
    {
        first(folder);
        folder.Load(firstDay);
        var (before, quiet) = (folder.Known(), folder.Questions(folder.Read(firstDay)).Count == 0);
        second(folder.Clear());
        var extract = folder.Read(secondDay);
        var asked = folder.Questions(extract);
        // Held until it is answered; the answers that the questions ask for settle them.
        var settled = folder.Store.Questions(extract, [.. asked.Select(q => new Bellwether.Storage.Answer(q.Source, q.Code, q.Least, new DateOnly(2024, 7, 1)))]).Count == 0;
        return new Observed(asked.Count > 0 ? "asked" : "accepted", [.. asked.Select(q => q.Code)], Observed.Of(extract, []).Rows, $"{before}>{folder.Known()}", quiet && settled ? "same" : "differs");
    }

    /// <summary>A published edition stays as it is when its period is loaded again, and what a correction would say stands ready.</summary>
    private static Observed Published()
    {
        using var kent = new KentHome();
        var then = Pack(kent.Home);
        var editions = new Editions(kent.Home.Folder);
        var edition = editions.Publish(new Edition("kent-2017-06-e1", "kent", "indicator-pages", "scs-2017", "2017-06", 1, then.Head.Title, "Unrestricted", "", new DateOnly(2017, 9, 1), "A", "0", "", "", [], new Dictionary<string, string>()),
            [new EditionFile("pack.json", to => DocumentJson.Write(then, to))]);
        var before = kent.Home.Store.Loads().Count;
        var changed = Path.Combine(kent.Home.Folder, "values.csv");
        File.WriteAllText(changed, File.ReadAllText(Path.Combine(kent.Home.Folder, "figures", "values.csv")).Replace(",78.3,", ",77.3,", StringComparison.Ordinal).Replace("1927", "1920", StringComparison.Ordinal));
        var extract = kent.Home.Read([changed], null);
        kent.Home.Load(extract, [changed]);
        var found = editions.Find(edition.Id)!;
        var isAsPublished = found.Files["pack.json"] == edition.Files["pack.json"] && editions.Faults(found).Count == 0;
        var offered = PackDiff.Of(then, Pack(kent.Home)).Figures.Count;
        return Observed.Of(extract, []) with { Outcome = offered > 0 ? "noted" : "accepted", Known = $"{before}>{kent.Home.Store.Loads().Count}", Twin = isAsPublished ? "same" : "differs" };
    }

    private static Document Pack(Home home)
    {
        var performance = home.AsKnown().Performance;
        var material = PackMaterial.Of(performance, home.Authority, performance.Catalogue.FindScorecard("scs-2017")!, KentPack.Period, 25);
        return PackBuilder.Build(new PackOrder { Template = PackTemplates.Load(Bellwether.Codes.Shelf.Path(), null).Single(t => t.Id == "indicator-pages"), Period = KentPack.Period, Classification = Classification.Unrestricted, Meeting = KentPack.Committee, Text = Texts.Of }, material);
    }

    /// <summary>Whoever reads as of a load is not moved by the next one.</summary>
    private static Observed Snapshot(CorpusFolder folder)
    {
        Contacts(folder);
        folder.Load("2024-06-29");
        var read = folder.Store.NewestLoad();
        folder.Clear().With("ssd_contacts.csv", [ContactHeadings, .. ContactRows, "6,1006,2024-06-01,6,"]);
        var extract = folder.Read("2024-06-30");
        folder.Load(extract);
        return Observed.Of(extract, []) with { Known = $"{folder.Known(read)}>{folder.Known()}", Twin = folder.Known(read) == 5 ? "same" : "differs" };
    }

    /// <summary>A load that is broken off before it is whole leaves nothing and runs clean again; kill -9 and a full disk have tests of their own.</summary>
    private static Observed Cancelled(CorpusFolder folder)
    {
        Contacts(folder);
        var extract = folder.Read("2024-06-30");
        var broken = extract with { Records = new RecordSet(ExtractFolder.Kinds) };
        broken.Records.Table("contacts").Add(0, 0, 99, 1);
        try { folder.Load(broken); } catch (ArgumentOutOfRangeException) { } catch (IndexOutOfRangeException) { }
        var before = folder.Known();
        folder.Load(extract);
        return Observed.Of(extract, []) with { Known = $"{before}>{folder.Known()}", Twin = folder.Store.Loads().Count == 1 ? "same" : "differs" };
    }
}
