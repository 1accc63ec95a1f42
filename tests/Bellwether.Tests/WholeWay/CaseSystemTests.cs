using Bellwether.Example;
using Bellwether.Extracts;
using Bellwether.Storage;
using Bellwether.Tests.Example;
using Xunit;

namespace Bellwether.Tests.WholeWay;

/// <summary>The same children out of differing case systems give the same figures; where one of them has a gap, the figure says so.</summary>
public sealed class CaseSystemTests
{
    private static readonly DateOnly Day = new(2024, 3, 31);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Standard = new(() => Figures(CaseSystem.Standard));

    [Fact]
    public void Descriptions_times_and_blanks_written_as_NULL_change_no_figure() => Assert.Equal([], Differences(CaseSystem.Older));

    [Fact]
    public void What_Mosaic_lacks_is_said_and_all_else_is_as_in_the_standard_one() =>
        Assert.All(Differences(CaseSystem.Mosaic), d => Assert.True(d.Contains("Not computable, because", StringComparison.Ordinal)
            || d.Contains("other authority", StringComparison.Ordinal), d));

    [Fact]
    public void What_only_the_source_of_a_contact_can_answer_is_not_computable_from_Mosaic()
    {
        using var folder = new Extracts.ExtractFolder();
        SsdDialect.Write(Worlds.Small, Day, folder.Path, CaseSystem.Mosaic);
        var said = folder.Read("2024-03-31").Records.Statements.ToDictionary(s => s.Kind, s => s.Missing, StringComparer.Ordinal);
        Assert.Contains("source", said["contacts"]);
        Assert.Contains("other_authority", said["cp_plans"]);
        Assert.DoesNotContain("source", said["referrals"]);
    }

    private static List<string> Differences(CaseSystem system) =>
        [.. Figures(system).Where(f => f.Value != Standard.Value[f.Key]).Select(f => $"{f.Key}: {f.Value} and not {Standard.Value[f.Key]}")];

    private static Dictionary<string, string> Figures(CaseSystem system)
    {
        using var home = new TemporaryHome();
        SsdDialect.Write(Worlds.Small, Day, home.File("extract"), system);
        var extract = home.Load(Day, home.File("extract"));
        Assert.False(extract.IsRejected, string.Join('\n', extract.Findings.Where(f => f.Outcome == Outcome.Rejected)));
        Assert.All(extract.Receipt, l => Assert.Equal(l.Rows, l.Loaded + l.Repeated + l.Blank + l.SetAside));
        var known = home.Home.AsKnown();
        return known.Performance.Catalogue.Entries.ToDictionary(e => e.Definition.Id, e => Said(known, e.Definition.Id), StringComparer.Ordinal);
    }

    private static string Said(Knowledge known, string id)
    {
        var at = known.Performance.At(known.Performance.Catalogue.Find(id)!, Day);
        return at.Figure.Value is null ? at.Judgement.Reason : $"{at.Figure.Numerator}/{at.Figure.Denominator}={at.Figure.Value} {(at.Figure.Note.Contains("other", StringComparison.Ordinal) ? at.Figure.Note : "")}";
    }
}
