using Bellwether.Extracts.Reading;

namespace Bellwether.Tests.Extracts.Reading;

/// <summary>Reads a whole table into strings, for tests.</summary>
internal static class Grid
{
    public static List<string[]> Of(TableFile file, int index)
    {
        using var reader = file.Read(index);
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.CellCount).Select(reader.Text)]);
        return rows;
    }

    /// <summary>Opens and reads everything; the rejection that this ends in, or null.</summary>
    public static FileRejectedException? Fault(string path, ReadingLimits? limits = null)
    {
        try
        {
            using var file = TableFile.Open(path, limits ?? ReadingLimits.Default);
            for (var i = 0; i < file.Tables.Count; i++)
                Of(file, i);
            return null;
        }
        catch (FileRejectedException rejected)
        {
            return rejected;
        }
    }
}
