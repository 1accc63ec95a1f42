namespace Bellwether.Codes;

/// <summary>A file on the analyst's shelf is not as the language has it.</summary>
/// <param name="file">Path as opened.</param>
/// <param name="line">1-based line; 0 where the whole file is meant.</param>
/// <param name="message">What was found and what to write instead.</param>
public sealed class ShelfException(string file, long line, string message)
    : Exception(line > 0 ? $"{Path.GetFileName(file)} line {line}: {message}" : $"{Path.GetFileName(file)}: {message}")
{
    /// <summary>The file, as opened.</summary>
    public string File { get; } = file;

    /// <summary>1-based line; 0 where the whole file is meant.</summary>
    public long Line { get; } = line;
}
