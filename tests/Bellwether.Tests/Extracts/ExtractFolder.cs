using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Tests.Extracts;

/// <summary>A folder of files written by a test, read as one extract, and gone afterwards.</summary>
public sealed class ExtractFolder : IDisposable
{
    private static readonly Lazy<(RecordKinds Kinds, CodeLists Codes)> Shelves =
        new(() => (RecordKinds.Load(Shelf.Path()), CodeLists.Load([System.IO.Path.Combine(Shelf.Path(), "codes")])));

    private string[] _yes = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("bellwether-extract-").FullName;

    public string Home { get; } = Directory.CreateTempSubdirectory("bellwether-home-").FullName;

    public static RecordKinds Kinds => Shelves.Value.Kinds;

    public static CodeLists Codes => Shelves.Value.Codes;

    public ExtractFolder With(string name, params string[] lines)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), string.Join('\n', lines) + "\n");
        return this;
    }

    public ExtractFolder With(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    public ExtractFolder WithHome(string name, params string[] lines)
    {
        File.WriteAllText(System.IO.Path.Combine(Home, name), string.Join('\n', lines) + "\n");
        return this;
    }

    /// <summary>Answers what reading asks with yes.</summary>
    public ExtractFolder Agreeing(params string[] codes)
    {
        _yes = codes;
        return this;
    }

    public Extract Read(string? dataDate = null) => Read([Path], dataDate);

    public Extract Read(IReadOnlyList<string> paths, string? dataDate = null) =>
        new ExtractReader(Kinds, Codes, ReadingSettings.For(Shelf.Path(), Home) with { Agreed = (_, code) => _yes.Contains(code) }).Read(paths, dataDate is null ? null : IsoDate.Parse(dataDate));

    public void Dispose()
    {
        Directory.Delete(Path, true);
        Directory.Delete(Home, true);
    }
}

/// <summary>Reads a record set's cells back as words, for assertions.</summary>
public static class RecordWords
{
    /// <summary>One row of a kind: "field=value" for every field that is known, after the key and the subject.</summary>
    public static string Row(this RecordSet set, string kind, int row)
    {
        var table = set.Table(kind);
        var words = new List<string> { $"{set.Texts[table.Keys[row]]} of {set.Texts[table.Subjects[row]]}" };
        for (var f = 0; f < table.Kind.Fields.Count; f++)
        {
            var cell = table[row, f];
            if (cell != Bellwether.Calendar.Days.Unknown) words.Add($"{table.Kind.Fields[f].Name}={Word(set, table.Kind.Fields[f], cell)}");
        }
        return string.Join(' ', words);
    }

    private static string Word(RecordSet set, RecordField field, int cell) => cell == Bellwether.Calendar.Days.None
        ? "none"
        : field.Type switch
        {
            FieldType.Date or FieldType.PlannedDate => IsoDate.Format(Bellwether.Calendar.Days.Date(cell)),
            FieldType.Number => (cell / 1000m).ToString(System.Globalization.CultureInfo.InvariantCulture),
            FieldType.YesNo => cell == 1 ? "yes" : "no",
            FieldType.Code => ExtractFolder.Codes[field.Of].Entries[cell].Code,
            _ => set.Texts[cell],
        };
}
