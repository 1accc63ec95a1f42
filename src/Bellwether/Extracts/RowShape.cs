using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>Rows that are no records at all: totals, footers and messages of the export, and lines of a CSV with too few or too many fields.</summary>
internal static partial class RowShape
{
    /// <summary>The finding of a row that is no record at all.</summary>
    public const string NoRecord = "not-a-record";

    private const int LongestFooter = 200;

    // What the footers below begin with.
    private static readonly SearchValues<byte> Starts = SearchValues.Create("gGsStTrReEdDpP(#-"u8);

    /// <summary>False where the first cell alone shows that the row is no footer: it begins otherwise, or is an id of letters and digits.</summary>
    public static bool MayBeFooter(ReadOnlySpan<byte> first)
    {
        first = CellValue.Trim(first);
        return first.IsEmpty || (Starts.Contains(first[0]) && !PlainIds.IsPlain(first));
    }

    /// <summary>What is wrong with the row's form; null where nothing is.</summary>
    /// <param name="row">The row.</param>
    /// <param name="headings">Those of its list.</param>
    /// <param name="isNumbered">Its first cell begins with a digit: no footer does.</param>
    public static RowFault? Fault(TableReader row, IReadOnlyList<string> headings, bool isNumbered)
    {
        if (!isNumbered && IsFooter(row)) return new RowFault(NoRecord, -1);
        if (!row.CountsFields || row.CellCount == headings.Count) return null;
        var fields = row.CellCount;
        while (fields > headings.Count && CellValue.Trim(row.Utf8(fields - 1)).IsEmpty) fields--;
        var needed = headings.Count;
        while (needed > fields && headings[needed - 1].Length == 0) needed--;
        return fields < needed || fields > headings.Count ? new RowFault("field-count", -1, row.CellCount, headings.Count) : null;
    }

    private static bool IsFooter(TableReader row)
    {
        for (var c = 0; c < row.CellCount; c++)
        {
            var text = CellValue.Trim(row.Utf8(c));
            if (text.IsEmpty) continue;
            if (text.Length is < 4 or > LongestFooter || !Starts.Contains(text[0])) return false;
            if (IsDashes(text)) return IsUnderline(row);
            return Footer().IsMatch(Encoding.UTF8.GetString(text));
        }
        return false;
    }

    // sqlcmd draws a line of dashes under each heading.
    private static bool IsUnderline(TableReader row)
    {
        for (var c = 0; c < row.CellCount; c++)
            if (!IsDashes(CellValue.Trim(row.Utf8(c)))) return false;
        return true;
    }

    private static bool IsDashes(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept((byte)'-') < 0;

    [GeneratedRegex(@"^(?:(?:grand |sub[ -]?)?totals?(?:\b|$)|(?:report|extract|export|data) (?:run|created|generated|produced|date)\b|(?:exported|printed|generated|produced) (?:on|by|at|from)\b|end of (?:report|file|extract|data)\b|page \d|\(\d|# |-- |rows? (?:affected|returned|selected)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Footer();
}
