using System.Globalization;

namespace Bellwether.Extracts;

/// <summary>Collects findings; of the same note in the same column only the first ones are kept one by one, the rest counted.</summary>
internal sealed class FindingLog
{
    private const int NotesKept = 100;

    private readonly Dictionary<(string Code, string File, string Sheet, string Column), int> _notes = [];
    private readonly List<Placed> _findings = [];

    /// <summary>Order of the file being read, then of the sheet in it: findings are given back in that order.</summary>
    public (int File, int Sheet) At { get; set; }

    /// <summary>Adds what the catalogue says of a code.</summary>
    public void Add(string code, string file, string sheet, int row, string column, string kind, params ReadOnlySpan<object> parts) =>
        Add(Make(code, file, sheet, row, column, kind, parts));

    /// <summary>A finding in the catalogue's words.</summary>
    public static Finding Make(string code, string file, string sheet, int row, string column, string kind, params ReadOnlySpan<object> parts)
    {
        var entry = FindingCatalogue.Of(code);
        return new Finding(code, entry.Outcome, file, sheet, row, column, string.Format(CultureInfo.InvariantCulture, entry.Sentence, parts),
            string.Format(CultureInfo.InvariantCulture, entry.ToDo, parts), kind);
    }

    public void Add(Finding finding) => Add(finding, At);

    /// <summary>Adds a finding made after all files were read, at the file and sheet it belongs to.</summary>
    public void Add(Finding finding, (int File, int Sheet) at)
    {
        if (finding.Outcome == Outcome.Noted && finding.Row > 0)
        {
            var key = (finding.Code, finding.File, finding.Sheet, finding.Column);
            var seen = _notes.GetValueOrDefault(key);
            _notes[key] = seen + 1;
            if (seen >= NotesKept) return;
        }
        _findings.Add(new Placed(at.File, at.Sheet, finding));
    }

    /// <summary>Adds all that another log holds of other files and sheets.</summary>
    public void Join(FindingLog other)
    {
        _findings.AddRange(other._findings);
        foreach (var (key, times) in other._notes) _notes[key] = _notes.GetValueOrDefault(key) + times;
    }

    /// <summary>Everything found, in order of file, sheet and row.</summary>
    public IReadOnlyList<Finding> All()
    {
        var all = new List<Placed>(_findings);
        foreach (var (key, times) in _notes)
        {
            if (times <= NotesKept) continue;
            var first = _findings.Find(f => f.Finding.Code == key.Code && f.Finding.File == key.File && f.Finding.Sheet == key.Sheet && f.Finding.Column == key.Column)!;
            all.Add(first with
            {
                Finding = Make("more-like-this", key.File, key.Sheet, 0, key.Column, first.Finding.Kind, times - NotesKept, NotesKept) with { Times = times - NotesKept, StandsFor = key.Code },
            });
        }
        return [.. all.OrderBy(f => f, InOrder).Select(f => f.Finding)];
    }

    // One comparison for the three: sorting by numbers one after another costs a start-up more than the sorting.
    private static readonly Comparer<Placed> InOrder = Comparer<Placed>.Create(static (a, b) =>
        a.File != b.File ? a.File.CompareTo(b.File) : a.Sheet != b.Sheet ? a.Sheet.CompareTo(b.Sheet) : Row(a).CompareTo(Row(b)));

    private static int Row(Placed placed) => placed.Finding.Row == 0 ? int.MaxValue : placed.Finding.Row;

    private sealed record Placed(int File, int Sheet, Finding Finding);
}
