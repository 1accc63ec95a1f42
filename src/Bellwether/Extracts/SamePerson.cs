using System.Security.Cryptography;
using System.Text;
using Bellwether.Extracts.Maps;
using Bellwether.Extracts.Reading;

namespace Bellwether.Extracts;

/// <summary>
/// Finds two ids with one name, birth date and sex in a list of people. Names are looked at where the list has them and kept nowhere:
/// only a fingerprint lives, and only while the list is read.
/// </summary>
internal sealed class SamePerson
{
    private static readonly string[] First = ["forename", "firstname", "givenname", "persforename", "childforename", "childfirstname"];
    private static readonly string[] Last = ["surname", "lastname", "familyname", "perssurname", "childsurname", "childlastname"];
    private readonly Dictionary<UInt128, (int Key, int Row)> _seen = [];
    private readonly int _first, _last;

    public SamePerson(IReadOnlyList<string> headings)
    {
        string[] squashed = [.. headings.Select(Headings.Squash)];
        (_first, _last) = (Array.FindIndex(squashed, First.Contains), Array.FindIndex(squashed, Last.Contains));
    }

    /// <summary>The list has names to look at.</summary>
    public bool IsLooked => _first >= 0 && _last >= 0;

    /// <summary>The row that has the same name, birth date and sex under another id; 0 where there is none.</summary>
    public int Other(TableReader row, int key, int born, int sex)
    {
        if (!IsLooked || row.Utf8(_first).IsEmpty || row.Utf8(_last).IsEmpty) return 0;
        var said = Encoding.UTF8.GetBytes($"{Plain(row, _first)}|{Plain(row, _last)}|{born}|{sex}");
        var hash = SHA256.HashData(said);
        var print = new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash, 8));
        if (_seen.TryGetValue(print, out var other)) return other.Key == key ? 0 : other.Row;
        _seen.Add(print, (key, row.RowNumber));
        return 0;
    }

    private static string Plain(TableReader row, int column) => Headings.Squash(Encoding.UTF8.GetString(row.Utf8(column)).Normalize());
}
