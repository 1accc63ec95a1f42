namespace Bellwether.Extracts.Reading;

/// <summary>
/// A file that cannot be read as a whole. The one exception that speaks of data: it crosses the readers
/// and is caught once, by the room that turns it into a finding. Never holds a value from the file.
/// </summary>
public sealed class FileRejectedException(string code, string found, string whatToDo, string? place = null)
    : Exception(place is null ? $"{found} {whatToDo}" : $"{place}: {found} {whatToDo}")
{
    /// <summary>Stable name of the fault, such as "file-cut" or "csv-unclosed-quote".</summary>
    public string Code { get; } = code;

    /// <summary>What was found, one sentence.</summary>
    public string Found { get; } = found;

    /// <summary>What the analyst can do, one sentence.</summary>
    public string WhatToDo { get; } = whatToDo;

    /// <summary>"Sheet1!C7", "line 12, column 5", a part's name, or null when the whole file is meant.</summary>
    public string? Place { get; } = place;
}
