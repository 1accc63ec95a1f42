namespace Bellwether.Extracts;

/// <summary>What a person decided of what one reading met: the yeses it went by, and what they said of headings.</summary>
/// <param name="agreed">Whether a person said yes to a code for a source.</param>
internal sealed class Decisions(Func<string, string, bool> agreed)
{
    /// <summary>Each yes gone by, once.</summary>
    public List<Decided> Relied { get; } = [];

    /// <summary>Headings that a yes gave a meaning.</summary>
    public List<Mapping> Mapped { get; } = [];

    /// <summary>True where the answer is yes; the reading then goes by it, and it is to be kept.</summary>
    /// <param name="source">The source it is remembered for.</param>
    /// <param name="code">What is asked.</param>
    /// <param name="keptAs">The code it is kept under where that is another; else empty.</param>
    public bool Says(string source, string code, string keptAs = "")
    {
        if (!agreed(source, code)) return false;
        var decided = new Decided(source, keptAs.Length > 0 ? keptAs : code);
        if (!Relied.Contains(decided)) Relied.Add(decided);
        return true;
    }

    /// <summary>True where a heading was said to be a column; what is kept is a line of columns.csv.</summary>
    public bool SaysColumn(string code, string source, string list, string heading, string column)
    {
        if (!agreed(source, code)) return false;
        Map(source, list, heading, column);
        return true;
    }

    public void Map(string source, string list, string heading, string column) =>
        Mapped.Add(new Mapping(MappingOf.Column, source, list, heading, column, default, ""));
}
