namespace Bellwether.Extracts.Reading;

/// <summary>Names of parts: which are refused, which tell what a zip is.</summary>
internal static class ZipNames
{
    private static readonly string[] Archives =
        [".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".pptx", ".ods", ".7z", ".rar", ".gz", ".tar", ".jar", ".cab"];

    /// <summary>The name with forward slashes; refuses one that would leave its folder, and links.</summary>
    public static string Checked(string name, uint externalAttributes)
    {
        var clean = name.Replace('\\', '/');
        var bad = clean.Length == 0 || clean.Length > 255 || clean[0] == '/' || clean.Contains(':')
            || clean.Split('/').Contains("..") || clean.Any(c => char.IsControl(c) || c == '\uFFFD')
            || ((externalAttributes >> 16) & 0xF000) == 0xA000;
        return bad
            ? throw new FileRejectedException("file-part-name", "A part has a name that no workbook uses: empty, absolute, leading out of its folder, with control characters, or a link.", "Save the workbook again from Excel as .xlsx.")
            : clean;
    }

    public static bool IsEmbedding(string name) => name.StartsWith("xl/embeddings/", StringComparison.OrdinalIgnoreCase);

    public static bool IsNestedArchive(string name) =>
        !IsEmbedding(name) && Archives.Any(a => name.EndsWith(a, StringComparison.OrdinalIgnoreCase));
}
