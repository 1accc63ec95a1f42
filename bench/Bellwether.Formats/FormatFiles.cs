namespace Bellwether.Formats;

/// <summary>Writes the files of a format at a size.</summary>
internal static class FormatFiles
{
    public static int Write(string kind, int size, string folder)
    {
        Directory.CreateDirectory(folder);
        CensusFile.Write(Path.Combine(folder, "census.xml"), 8000 * size);
        return 0;
    }
}
