using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Storage;

/// <summary>SHA-256 of what an extract says. Equal for equal content: row order, file names and heading order do not matter.</summary>
internal static class ContentHash
{
    /// <param name="lines">Every record, by kind.</param>
    /// <param name="set">For statements and keyed values.</param>
    /// <param name="text">Writes cells.</param>
    public static string Of(IReadOnlyDictionary<string, List<Line>> lines, RecordSet set, RecordText text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1024];
        // The separator stands in no cell: tabs and line ends of texts are escaped, and ids are read from cells without control characters.
        void Add(string text, char close)
        {
            var most = Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
            if (buffer.Length < most) buffer = new byte[most];
            var length = Encoding.UTF8.GetBytes(text, buffer);
            buffer[length] = (byte)close;
            hash.AppendData(buffer, 0, length + 1);
        }

        foreach (var (kind, rows) in lines.Where(k => k.Value.Count > 0).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            Add(kind, '\u001d');
            foreach (var row in InOrder(rows))
            {
                Add(row.Key, '\u001f');
                Add(row.Subject, '\u001f');
                Add(row.Fields, '\u001e');
                if (Days.IsDate(row.OpenUntil)) Add(row.OpenUntil.ToString(CultureInfo.InvariantCulture), '\u001e');
            }
        }
        var rest = set.Statements.Select(s => $"says {s.Kind} {s.Source} {s.Holds} {s.From:O} {s.To:O} {string.Join(',', s.Missing)}")
            .Concat(set.Values.Select(v => FormattableString.Invariant(
                $"value {v.Indicator}\u001f{v.Period}\u001f{v.Area}\u001f{v.Numerator}\u001f{v.Denominator}\u001f{v.Value}\u001f{v.Note}")));
        rest = rest.Concat(set.Fills.Select(f => $"fill {f.Kind}\u001f{f.Key}\u001f{string.Join('\u001f', f.Cells.Select(c => $"{c.Field}={text.Cell(set.Kinds[f.Kind].Fields[c.Field], c.Cell, set.Texts)}"))}"));
        rest = rest.Concat(set.Restrictions.Select(r => FormattableString.Invariant($"restricted {r.Child}\u001f{r.Reason}\u001f{r.From:O}\u001f{r.Reviewed:O}\u001f{r.Source}")))
            .Concat(set.TellsRestrictions.Select(s => $"tells restrictions {s}"));
        foreach (var line in rest.Order(StringComparer.Ordinal)) Add(line, '\u001e');
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Line[] InOrder(List<Line> rows)
    {
        Line[] ordered = [.. rows];
        Array.Sort(ordered, static (a, b) =>
            string.CompareOrdinal(a.Key, b.Key) is var key and not 0 ? key
            : string.CompareOrdinal(a.Subject, b.Subject) is var subject and not 0 ? subject
            : string.CompareOrdinal(a.Fields, b.Fields));
        return ordered;
    }
}
