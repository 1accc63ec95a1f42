using Bellwether.Publications.Documents;
using Bellwether.Writers.Layout;

namespace Bellwether.Writers.Xlsx;

/// <summary>The sheets of a document: front, sections, long table.</summary>
internal sealed class DocumentBook(Document document)
{
    private const string Front = "Front";

    private readonly FigureCells _figures = new(document.Figures);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { Front, FigureCells.Sheet };

    public IReadOnlyList<Sheet> Sheets()
    {
        var numbers = new SectionNumbers();
        var front = new SectionSheet(Front, document, _figures);
        front.Title(document.Head.Title);
        front.Line(document.Head.Council, CellLook.Bold);
        if (document.Head.Marking.Length > 0) front.Line(document.Head.Marking, CellLook.Bold);
        foreach (var fact in document.Head.Facts) front.Fact(fact);
        var sheets = new List<SectionSheet> { front };
        var (current, level) = (front, 0);
        foreach (var section in document.Sections)
        {
            // A section without tables stays with the one it belongs to; one at the top goes to the front.
            var hasTables = section.Blocks.Any(b => b is Table or ChartBlock);
            if (hasTables)
            {
                (current, level) = (new SectionSheet(Name(section.Id), document, _figures), section.Level);
                sheets.Add(current);
            }
            else if (section.Level <= level)
            {
                (current, level) = (front, 0);
            }
            current.Section(section, numbers, isTitle: hasTables);
        }
        return [.. sheets.Select(s => s.Finish()), Long()];
    }

    private string Name(string id)
    {
        var name = id.Length > 31 ? id[..31] : id;
        for (var i = 2; !_names.Add(name); i++)
        {
            var end = "-" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            name = id[..Math.Min(id.Length, 31 - end.Length)] + end;
        }
        return name;
    }

    private Sheet Long() => new(FigureCells.Sheet, LongTable.Rows(document))
    {
        Widths = LongTable.Widths,
        FrozenRows = 1,
        FrozenColumns = 1,
        TitleRows = (1, 1),
        Paper = Paper(document.Head, isLandscape: true),
    };

    public static SheetPaper Paper(DocumentHead head, bool isLandscape) => new(head.Marking, head.Edition.Length > 0 ? $"{head.Council}, {head.Edition}" : head.Council, isLandscape);
}
